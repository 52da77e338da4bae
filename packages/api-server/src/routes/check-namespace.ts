import { REFUSALS } from "../kubernetes-status.js";
import type { KubernetesObject } from "../storage/kubernetes-object.js";
import { resourceOf } from "../storage/resources.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";

/**
 * The namespace exists, and the object does not claim to be elsewhere.
 *
 * @throws {KubernetesStatus} 400, 403 for a namespace that is going, 404
 */
export function checkNamespace({ store }: ApiServerParts, { metadata }: KubernetesObject, { resource, namespace }: ApiCall["route"]): void {
  if (namespace === null) return;
  if ((metadata.namespace || namespace) !== namespace) {
    throw REFUSALS.otherNamespace();
  }
  const namespaces = resourceOf("Namespace");
  const found = store.read(namespaces, null, namespace);
  if (found === null) throw REFUSALS.notFound(namespaces, namespace);
  if (found.metadata.deletionTimestamp !== undefined) throw REFUSALS.namespaceTerminating(resource, metadata.name ?? "", namespace);
}
