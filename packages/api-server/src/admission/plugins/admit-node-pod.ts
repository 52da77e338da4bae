import { nodeNameOf } from "../../access/user.js";
import { REFUSALS } from "../../kubernetes-status.js";
import { recordRefusal } from "../../record-refusal.js";
import { resourceOf } from "../../storage/resources.js";
import type { AdmissionContext } from "../admission-context.js";
import { type Pod, podName } from "../pod.js";
import { findNodePodProblem } from "./find-node-pod-problem.js";

const CHECK = { check: "admission.node-restriction", title: "kubelet shows what it runs by itself", expected: "a mirror pod of its node", reason: "forbidden" };

/**
 * NodeRestriction on a new pod, for kubelets; others pass.
 *
 * @throws {KubernetesStatus} 403
 */
export function admitNodePod(pod: Pod, { user, store, span }: Pick<AdmissionContext, "user" | "store" | "span">): void {
  const nodeName = nodeNameOf(user);
  if (nodeName === null) return;
  const node = store.read(resourceOf("Node"), null, nodeName);
  const problem = findNodePodProblem({ pod, nodeName, nodeUid: node?.metadata.uid ?? null });
  if (problem !== null) throw recordRefusal(span, CHECK, REFUSALS.forbidden(resourceOf("Pod"), podName(pod), problem));
}
