import { type CertificateAuthority, generateRsaKey, issueCertificate, type ServerCertificate, type Validity } from "@irsa-sim/core";
import type { KeyMaterial } from "./key-material.js";

/** Which hosts the certificates are for, and when they count. */
export interface KeyMaterialRequest {
  readonly regions: readonly string[];
  readonly validity: Validity;
}

/**
 * Makes a run's keys and certificates anew: two roots, an intermediate for the public side, a leaf for each service.
 *
 * @see sts-and-iam.md, section 4.2: a server sends its leaf and the intermediate, and the thumbprint is the intermediate's
 */
export async function createKeyMaterial({ regions, validity }: KeyMaterialRequest): Promise<KeyMaterial> {
  const [rootKey, intermediateKey, clusterKey, serverKey, ...issuerSigningKeys] = await Promise.all(Array.from({ length: 5 }, generateRsaKey));
  if (rootKey === undefined || intermediateKey === undefined || clusterKey === undefined || serverKey === undefined)
    throw new Error("WebCrypto made too few keys");
  const publicRoot = issueCertificate({ commonName: "irsa-sim public root", hosts: [], privateKey: rootKey, validity, serialNumber: "01" });
  const root = { certificate: publicRoot, privateKey: rootKey };
  const intermediate = issueCertificate({ commonName: "irsa-sim public CA", hosts: [], privateKey: intermediateKey, validity, serialNumber: "02" }, root);
  const publicCa: CertificateAuthority = { certificate: intermediate, privateKey: intermediateKey };
  const clusterRoot = issueCertificate({ commonName: "kubernetes", hosts: [], privateKey: clusterKey, validity, serialNumber: "01" });
  const clusterCa: CertificateAuthority = { certificate: clusterRoot, privateKey: clusterKey };
  const leaf = (authority: CertificateAuthority, serialNumber: string, hosts: readonly [string, ...string[]]): ServerCertificate => {
    const certificate = issueCertificate({ commonName: hosts[0], hosts, privateKey: serverKey, validity, serialNumber }, authority);
    return { chain: authority === publicCa ? [certificate, intermediate] : [certificate], privateKey: serverKey };
  };
  const perRegion = (host: (region: string) => readonly string[]): [string, ...string[]] => regions.flatMap(host) as [string, ...string[]];
  return {
    publicRoot,
    clusterRoot,
    certificates: {
      oidc: leaf(
        publicCa,
        "03",
        perRegion((region) => [`oidc.eks.${region}.amazonaws.com`]),
      ),
      iam: leaf(publicCa, "04", ["iam.amazonaws.com"]),
      sts: leaf(
        publicCa,
        "05",
        perRegion((region) => [`sts.${region}.amazonaws.com`]),
      ),
      s3: leaf(
        publicCa,
        "06",
        perRegion((region) => [`s3.${region}.amazonaws.com`, `*.s3.${region}.amazonaws.com`]),
      ),
      kubernetes: leaf(clusterCa, "02", ["kubernetes.default.svc"]),
      webhook: leaf(clusterCa, "03", ["pod-identity-webhook.default.svc"]),
    },
    issuerSigningKeys,
  };
}
