import type { Span } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";

interface Container {
  readonly namespace: string;
  readonly pod: string;
  /** `null` for the pod's first. */
  readonly container: string | null;
}

/** What comes of an action in a container that does not run: what the kubelet says of the pod, where it says something. */
export function containerNotRunning({ kubelet }: Pick<World, "kubelet">, { namespace, pod, container }: Container, span: Span): Refusal {
  const action = span.seq as number;
  const waiting = kubelet.waiting(namespace, pod);
  if (waiting !== null) {
    span.enter("Look at the pod", { step: 2, actor: "developer" }).note("kubelet.container-waiting", { pod: `${namespace}/${pod}`, ...waiting });
    return { code: waiting.reason, status: null, message: waiting.message, action };
  }
  const message = `pod ${namespace}/${pod} has no running container${container === null ? "" : ` "${container}"`}`;
  return { code: "ContainerNotRunning", status: null, message, action };
}
