import type { LiveContainer } from "@irsa-sim/live";
import { UsageError } from "../usage-error.js";

/** Whose place the command takes; what is not said is as in the scenario's first call, or else whatever runs first. */
export interface ContainerChoice {
  /** `namespace/name`, or the name alone. */
  readonly pod?: string | undefined;
  readonly container?: string | undefined;
}

/**
 * Chooses the container that a command stands for.
 *
 * @param asked by the user
 * @param app whose call the scenario plays first; `null` where it plays none
 * @throws {UsageError} when no such container runs
 */
export function chooseContainer(
  running: readonly LiveContainer[],
  asked: ContainerChoice,
  app: { readonly pod: string; readonly container: string | null } | null,
): LiveContainer {
  const fits = ({ pod, container }: ContainerChoice): LiveContainer | undefined =>
    running.find(
      (one) => (pod === undefined || pod === one.pod || pod === `${one.namespace}/${one.pod}`) && (container === undefined || container === one.container),
    );
  const isAsked = asked.pod !== undefined || asked.container !== undefined;
  const found = isAsked ? fits(asked) : app === null ? running[0] : fits({ pod: app.pod, container: app.container ?? undefined });
  if (found !== undefined) return found;
  const named = [asked.pod ?? app?.pod, asked.container ?? app?.container].filter((name) => name !== undefined && name !== null).join(", container ");
  const list = running.map(({ namespace, pod, container }) => `${namespace}/${pod} ${container}`).join(", ");
  throw new UsageError(`no such container runs: ${named === "" ? "any" : named}`, { hint: list === "" ? "no container runs at all" : `there are: ${list}` });
}
