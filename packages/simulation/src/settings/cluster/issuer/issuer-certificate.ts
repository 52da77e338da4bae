import { type IssuerUrl, issueCertificate, type ServerCertificate, validityOf } from "@irsa-sim/core";
import { type KeyMaterial, OWN_ISSUER_HOST } from "../../../keys/key-material.js";

/** The certificate of the host that serves an issuer's documents: EKS's, a bucket's, that of an operator's own host, or one that a public CA signs for any other. */
export function issuerCertificate(keys: KeyMaterial, url: IssuerUrl): ServerCertificate {
  const { certificates } = keys;
  const { hostname } = new URL(url);
  if (hostname === OWN_ISSUER_HOST) return certificates.ownIssuer;
  if (isBucket(hostname)) return certificates.s3;
  return isEks(hostname) ? certificates.oidc : certificateFor(hostname, keys);
}

const isBucket = (hostname: string): boolean => /^[a-z0-9-]+\.s3\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(hostname);
const isEks = (hostname: string): boolean => /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(hostname);

/** It counts for as long as its root does. */
function certificateFor(hostname: string, { certificates, serviceAuthority }: KeyMaterial): ServerCertificate {
  const { privateKey } = certificates.oidc;
  const validity = validityOf(serviceAuthority.certificate);
  const request = { commonName: hostname, hosts: [hostname], privateKey, validity, serialNumber: "04" };
  return { chain: [issueCertificate(request, serviceAuthority), serviceAuthority.certificate], privateKey };
}
