import { nodeNameOf } from "../access/user.js";
import { findNodeStatusProblem } from "../admission/plugins/find-node-status-problem.js";
import { REFUSALS } from "../kubernetes-status.js";
import type { KubernetesObject, StoredObject } from "../storage/kubernetes-object.js";
import type { ApiCall } from "./api-call.js";

/**
 * What a write to an object's `status` makes of it: whatever else was sent, nothing but the status changes.
 * Differs from the API server in that labels and annotations sent along are passed over too, nobody is told who manages a status, and no status is validated.
 *
 * @throws {KubernetesStatus} 403 for a kubelet that writes of another node
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/core/pod/strategy.go
 */
export function prepareStatus(
  { user, route: { resource } }: ApiCall,
  { before, sent }: { readonly before: StoredObject; readonly sent: KubernetesObject },
): KubernetesObject {
  const nodeName = nodeNameOf(user);
  const problem = nodeName === null ? null : findNodeStatusProblem(nodeName, resource.kind, before);
  if (problem !== null) throw REFUSALS.notAllowed(resource, before.metadata.name, problem);
  return { ...before, status: sent.status ?? {} };
}
