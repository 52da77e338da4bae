import { KUBERNETES_SCHEMAS, type KubernetesKind } from "./kubernetes-schema.js";

/** Kinds of manifests that can be applied. */
export const MANIFEST_KINDS: readonly string[] = Object.keys(KUBERNETES_SCHEMAS);

/** Whether manifests of a kind can be applied. */
export function isManifestKind(kind: string): kind is KubernetesKind {
  return Object.hasOwn(KUBERNETES_SCHEMAS, kind);
}
