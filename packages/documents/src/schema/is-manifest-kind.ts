import { KUBERNETES_SCHEMAS, type KubernetesKind } from "./kubernetes-schema.js";

/** Whether manifests of a kind can be applied. */
export function isManifestKind(kind: string): kind is KubernetesKind {
  return Object.hasOwn(KUBERNETES_SCHEMAS, kind);
}
