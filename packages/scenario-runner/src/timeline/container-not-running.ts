import type { Span } from "@irsa-sim/core";
import type { Refusal } from "../report/refusal.js";

/** What comes of an action in a container that does not run. */
export function containerNotRunning(
  { namespace, pod, container }: { readonly namespace: string; readonly pod: string; readonly container: string | null },
  span: Span,
): Refusal {
  return {
    code: "ContainerNotRunning",
    status: null,
    message: `pod ${namespace}/${pod} has no running container${container === null ? "" : ` "${container}"`}`,
    action: span.seq as number,
  };
}
