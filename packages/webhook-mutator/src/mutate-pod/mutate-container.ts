import type { Container } from "../kubernetes-types/pod.js";
import type { TokenPlace } from "../settings.js";
import { addedEnvironment, type EnvironmentAddition, whatIsDefined } from "./environment.js";
import { withTokenMount } from "./volume-mount.js";

/** What a container gets. */
export interface ContainerAddition extends EnvironmentAddition {
  readonly place: TokenPlace;
}

/**
 * The container with variables and mount; the very same container when it defines all three groups of variables itself, and then it gets no mount either.
 *
 * @see webhook.md, section 6.2, "Early exit"
 */
export function mutateContainer(container: Container, addition: ContainerAddition): Container {
  const { env = [], volumeMounts = [] } = container;
  const defined = whatIsDefined(env, addition.pair);
  if (defined.pair && defined.region && defined.stsRegionalEndpoints) return container;
  return { ...container, env: [...env, ...addedEnvironment(defined, addition)], volumeMounts: withTokenMount(volumeMounts, addition.place) };
}
