import type { ObjectStore } from "./object-store.js";
import { resourceOf } from "./resources.js";

/** Name of the ConfigMap, in every namespace, with the certificate by which the API server is trusted. */
export const ROOT_CA_CONFIG_MAP = "kube-root-ca.crt";

/**
 * Puts the cluster's root certificate into a namespace, for pods to read.
 *
 * Differs from the cluster, where a controller does it a moment after the namespace is made, and again when somebody removes it.
 * @see kubernetes-tokens.md, section 7, point 4
 */
export function publishRootCertificate(
  { store, rootCertificate }: { readonly store: ObjectStore; readonly rootCertificate: string | null },
  namespace: string,
): void {
  if (rootCertificate === null) return;
  const metadata = { name: ROOT_CA_CONFIG_MAP };
  store.create(resourceOf("ConfigMap"), namespace, { kind: "ConfigMap", apiVersion: "v1", metadata, data: { "ca.crt": rootCertificate } });
}
