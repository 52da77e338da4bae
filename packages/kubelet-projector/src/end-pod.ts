import { addMillis, NetworkError, type Span } from "@irsa-sim/core";
import type { KubeletOptions } from "./kubelet.js";
import type { Pod } from "./pod.js";

/** As the kubelet's status manager waits between its rounds. */
const RETRY_AFTER_MS = 10_000;

/**
 * Lets go of a pod that is to go: its containers have ended by then, and the API server is told that nothing of it is left, again while that cannot be reached.
 *
 * Differs from the kubelet: programs end as soon as they are told to, and the last status of their containers is not sent.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/status/status_manager.go
 */
export function endPod(options: KubeletOptions, pod: Pod, root: Span): void {
  const { clock, signal } = options;
  const { namespace, name } = pod.metadata;
  const attempt = async (): Promise<void> => {
    if (signal.aborted) return;
    const span = root.enter("The pod has ended", { step: 2, actor: "kubelet", subject: { pod: `${namespace}/${name}` } });
    if (!(await isTaken(options, pod, span))) clock.at(addMillis(clock.now(), RETRY_AFTER_MS), attempt);
  };
  clock.at(clock.now(), attempt);
}

async function isTaken({ network, apiServerUrl, bearerToken, tls }: KubeletOptions, { metadata: { namespace, name, uid } }: Pod, span: Span): Promise<boolean> {
  const headers = { authorization: `Bearer ${bearerToken}`, "content-type": "application/json", accept: "application/json" };
  const body = JSON.stringify({ kind: "DeleteOptions", apiVersion: "v1", gracePeriodSeconds: 0, preconditions: { uid } });
  try {
    const url = `${apiServerUrl}/api/v1/namespaces/${namespace}/pods/${name}`;
    const { status } = await network.send({ method: "DELETE", url, headers, body }, span, { name: "DeletePod", tls });
    // A pod with finalizers is there still, and another of that name is none of this one's.
    return status === 200 || status === 404 || status === 409;
  } catch (error) {
    if (error instanceof NetworkError) return false;
    throw error;
  }
}
