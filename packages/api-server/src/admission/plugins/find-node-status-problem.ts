import type { StoredObject } from "../../storage/kubernetes-object.js";

/**
 * Why a kubelet may not write an object's status: it knows of itself and its own pods.
 *
 * @returns NodeRestriction's words, `null` for a status that it may write
 * @see https://github.com/kubernetes/kubernetes/blob/master/plugin/pkg/admission/noderestriction/admission.go
 * @example findNodeStatusProblem("node-1", "Node", node2) // node "node-1" is not allowed to modify node "node-2"
 */
export function findNodeStatusProblem(nodeName: string, kind: string, { metadata, spec }: StoredObject): string | null {
  const node = `node ${JSON.stringify(nodeName)}`;
  if (kind === "Node") return metadata.name === nodeName ? null : `${node} is not allowed to modify node ${JSON.stringify(metadata.name)}`;
  const { nodeName: boundTo } = (spec ?? {}) as { readonly nodeName?: string };
  return boundTo === nodeName ? null : `${node} can only update pod status for pods with spec.nodeName set to itself`;
}
