import { nodeNameOf } from "../../access/user.js";
import { REFUSALS } from "../../kubernetes-status.js";
import { resourceOf } from "../../storage/resources.js";
import type { AdmissionContext } from "../admission-context.js";
import { type Pod, podName } from "../pod.js";
import { findNodePodProblem } from "./find-node-pod-problem.js";

/**
 * NodeRestriction on a new pod, for kubelets; others pass.
 *
 * @throws {KubernetesStatus} 403
 */
export function admitNodePod(pod: Pod, { user, store }: Pick<AdmissionContext, "user" | "store">): void {
  const nodeName = nodeNameOf(user);
  if (nodeName === null) return;
  const node = store.read(resourceOf("Node"), null, nodeName);
  const problem = findNodePodProblem({ pod, nodeName, nodeUid: node?.metadata.uid ?? null });
  if (problem !== null) throw REFUSALS.forbidden(resourceOf("Pod"), podName(pod), problem);
}
