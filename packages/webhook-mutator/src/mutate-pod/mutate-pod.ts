/**
 * The mutation of a pod that gets an identity, as a pure rule from pod to pod.
 * @see webhook.md, section 6
 */
import type { Random } from "@irsa-sim/core";
import type { Container, Pod } from "../kubernetes-types/pod.js";
import type { WebhookSettings } from "../settings.js";
import { parseSkipContainers } from "../values/parse-skip-containers.js";
import { parseTokenExpiration } from "../values/parse-token-expiration.js";
import { withJitter } from "./jitter.js";
import { withPodIdentityLabel } from "./label.js";
import { mutateContainer } from "./mutate-container.js";
import type { PodToken } from "./pod-token.js";
import { tokenFilePath } from "./token-file-path.js";
import { withTokenVolume } from "./volume.js";

/** The flags that count here, and chance for the jitter. */
export interface MutationOptions {
  readonly settings: Pick<WebhookSettings, "annotationPrefix" | "awsDefaultRegion">;
  readonly random: Pick<Random, "integer">;
}

/** The pod with the volume in front and each container, unless it is skipped, with variables and a mount. */
export function mutatePod(pod: Pod, token: PodToken, { settings, random }: MutationOptions): Pod {
  const spec = pod.spec ?? {};
  const annotation = (name: string): string => pod.metadata?.annotations?.[`${settings.annotationPrefix}/${name}`] ?? "";
  const skipped = parseSkipContainers(annotation("skip-containers"));
  const addition = {
    pair: token.variables(tokenFilePath(token, spec.nodeSelector ?? {})),
    place: token,
    region: settings.awsDefaultRegion,
    stsRegionalEndpoint: token.stsRegionalEndpoint,
  };
  const mutate = (container: Container): Container => (skipped.includes(container.name ?? "") ? container : mutateContainer(container, addition));
  const asked = parseTokenExpiration(annotation("token-expiration")) ?? token.expirationSeconds;
  const expirationSeconds = token.hasJitter ? withJitter(asked, random) : asked;
  return {
    ...pod,
    ...(token.hasLabel ? { metadata: { ...pod.metadata, labels: withPodIdentityLabel(pod.metadata?.labels ?? {}) } } : {}),
    spec: {
      ...spec,
      volumes: withTokenVolume(spec.volumes ?? [], { ...token, expirationSeconds }),
      containers: (spec.containers ?? []).map(mutate),
      ...(spec.initContainers === undefined ? {} : { initContainers: spec.initContainers.map(mutate) }),
    },
  };
}
