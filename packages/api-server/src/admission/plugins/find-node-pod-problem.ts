import type { Pod } from "../pod.js";
import { isMirrorPod } from "../service-account/find-mirror-pod-problem.js";

/** What NodeRestriction looks at. */
export interface NodePod {
  readonly pod: Pod;
  /** Whose kubelet creates it. */
  readonly nodeName: string;
  /** `null` for a node that is not there. */
  readonly nodeUid: string | null;
}

/**
 * Why a kubelet may not create a pod: it may only show what it runs by itself.
 *
 * Leaves out: objects that such a pod names.
 * @returns Kubernetes' words, `null` for a pod that may be
 * @see kubernetes-tokens.md, section 1.9
 */
export function findNodePodProblem({ pod, nodeName, nodeUid }: NodePod): string | null {
  const node = `node ${JSON.stringify(nodeName)}`;
  if (!isMirrorPod(pod)) return `pod does not have "kubernetes.io/config.mirror" annotation, ${node} can only create mirror pods`;
  if (pod.spec.nodeName !== nodeName) return `${node} can only create pods with spec.nodeName set to itself`;
  const [owner, second] = pod.metadata.ownerReferences ?? [];
  if (second !== undefined) return `${node} can only create pods with a single owner reference set to itself`;
  if (owner?.apiVersion !== "v1" || owner.kind !== "Node" || owner.name !== nodeName) {
    return `${node} can only create pods with an owner reference set to itself`;
  }
  if (owner.controller !== true) return `${node} can only create pods with a controller owner reference set to itself`;
  if (owner.blockOwnerDeletion === true) return `${node} must not set blockOwnerDeletion on an owner reference`;
  if (nodeUid !== null && owner.uid !== nodeUid) return `node ${nodeName} UID mismatch: expected ${owner.uid ?? ""} got ${nodeUid}`;
  return null;
}
