import type { ObjectStore } from "./object-store.js";
import { resourceOf } from "./resources.js";

/** Name of the ConfigMap, in every namespace, with the certificate by which the API server is trusted. */
export const ROOT_CA_CONFIG_MAP = "kube-root-ca.crt";

/** From what a namespace gets what belongs there. */
export interface NamespaceSources {
  readonly store: ObjectStore;
  /** Whether there are controllers that do it. */
  readonly hasControllers: boolean;
  /** PEM; `null` for none. */
  readonly rootCertificate: string | null;
}

/**
 * Puts into a namespace its service account `default`, and the cluster's root certificate for pods to read.
 *
 * Differs from the cluster, where controllers do it a moment after the namespace is made, and again when somebody removes one.
 * @see kubernetes-tokens.md, section 7, point 4; real-control-plane.md, section 3, point 3
 */
export function furnishNamespace({ store, hasControllers, rootCertificate }: NamespaceSources, namespace: string): void {
  if (!hasControllers) return;
  store.create(resourceOf("ServiceAccount"), namespace, { kind: "ServiceAccount", apiVersion: "v1", metadata: { name: "default" } });
  if (rootCertificate === null) return;
  const configMap = { kind: "ConfigMap", apiVersion: "v1", metadata: { name: ROOT_CA_CONFIG_MAP }, data: { "ca.crt": rootCertificate } };
  store.create(resourceOf("ConfigMap"), namespace, configMap);
}
