import { REFUSALS } from "../kubernetes-status.js";
import type { KubernetesObject } from "../storage/kubernetes-object.js";
import { resourceOf } from "../storage/resources.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";

/**
 * The namespace exists, and the object does not claim to be elsewhere.
 *
 * @throws {KubernetesStatus} 400, 404
 */
export function checkNamespace({ store }: ApiServerParts, { metadata }: KubernetesObject, { namespace }: ApiCall["route"]): void {
  if (namespace === null) return;
  if ((metadata.namespace || namespace) !== namespace) {
    throw REFUSALS.otherNamespace();
  }
  const namespaces = resourceOf("Namespace");
  if (store.read(namespaces, null, namespace) === null) throw REFUSALS.notFound(namespaces, namespace);
}
