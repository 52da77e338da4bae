import type { World } from "@irsa-sim/simulation";

/** An action in a pod, which may be named by its workload, with the pod as it is called now. */
export function inPod<Action extends { readonly namespace: string; readonly pod: string }>(world: Pick<World, "podNamed">, action: Action): Action {
  return { ...action, pod: world.podNamed(action.namespace, action.pod) };
}
