import type { Kubelet } from "@irsa-sim/kubelet-projector";

/** The kubelets of all nodes, as one: what is asked of a pod is answered by the one that looks after it. */
export interface Nodes {
  readonly kubelet: Kubelet;
  /** Lets a node join, whose kubelet starts at once where the others run. */
  join(nodeName: string): void;
}

/**
 * Creates the first node's kubelet, which does not run yet.
 *
 * @param create makes the kubelet of a node
 */
export function createNodes(firstNode: string, create: (nodeName: string) => Kubelet): Nodes {
  const kubelets = [create(firstNode)];
  let isRunning = false;
  const some = (act: (kubelet: Kubelet) => boolean): boolean => kubelets.some(act);
  const first = <Value>(find: (kubelet: Kubelet) => Value | null): Value | null => {
    for (const kubelet of kubelets) {
      const found = find(kubelet);
      if (found !== null) return found;
    }
    return null;
  };
  return {
    join(nodeName) {
      const kubelet = create(nodeName);
      kubelets.push(kubelet);
      if (isRunning) kubelet.start();
    },
    kubelet: {
      start() {
        isRunning = true;
        for (const kubelet of kubelets) kubelet.start();
      },
      stop() {
        isRunning = false;
        for (const kubelet of kubelets) kubelet.stop();
      },
      async restart() {
        isRunning = true;
        for (const kubelet of kubelets) await kubelet.restart();
      },
      container: (namespace, pod, container) => first((kubelet) => kubelet.container(namespace, pod, container)),
      waiting: (namespace, pod) => first((kubelet) => kubelet.waiting(namespace, pod)),
      restartContainer: (namespace, pod, container) => some((kubelet) => kubelet.restartContainer(namespace, pod, container)),
      exitContainer: (namespace, pod, container) => some((kubelet) => kubelet.exitContainer(namespace, pod, container)),
    },
  };
}
