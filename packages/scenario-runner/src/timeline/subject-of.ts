import type { Subject } from "@irsa-sim/core";
import type { World } from "@irsa-sim/simulation";

/** A place where something happens. */
interface Place {
  readonly namespace: string;
  readonly pod: string;
  /** `null` for the pod's first; absent when the pod as a whole is meant. */
  readonly container?: string | null;
}

/** What an action in a pod is about; the pod's first container has a name only while it runs. */
export function subjectOf({ kubelet }: Pick<World, "kubelet">, { namespace, pod, container }: Place): Subject {
  const name = container === null ? kubelet.container(namespace, pod)?.name : container;
  return { pod: `${namespace}/${pod}`, ...(name === undefined ? {} : { container: name }) };
}
