import { isSame } from "../../storage/is-same.js";
import type { KubernetesObject } from "../../storage/kubernetes-object.js";

/**
 * An object that names each of its owners once.
 *
 * @param warn is told of owners that stood twice
 */
export function withUniqueOwners(object: KubernetesObject, warn: (text: string) => void): KubernetesObject {
  const { ownerReferences = [] } = object.metadata;
  const unique = ownerReferences.filter((owner, index) => !ownerReferences.slice(0, index).some((earlier) => isSame(earlier, owner)));
  if (unique.length === ownerReferences.length) return object;
  const repeated = new Set(ownerReferences.filter((owner) => !unique.includes(owner)).map(({ uid = "" }) => uid));
  const why = "API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests";
  warn(`.metadata.ownerReferences contains duplicate entries; ${why}; duplicate UID(s) observed: ${[...repeated].join(", ")}`);
  return { ...object, metadata: { ...object.metadata, ownerReferences: unique } };
}
