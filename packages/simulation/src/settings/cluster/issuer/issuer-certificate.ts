import type { IssuerUrl, ServerCertificate } from "@irsa-sim/core";
import { type KeyMaterial, OWN_ISSUER_HOST } from "../../../keys/key-material.js";

/** The certificate of the host that serves an issuer's documents: EKS's, a bucket's, or that of an operator's own host. */
export function issuerCertificate({ certificates }: KeyMaterial, url: IssuerUrl): ServerCertificate {
  const { hostname } = new URL(url);
  if (hostname === OWN_ISSUER_HOST) return certificates.ownIssuer;
  return hostname.includes(".s3.") ? certificates.s3 : certificates.oidc;
}
