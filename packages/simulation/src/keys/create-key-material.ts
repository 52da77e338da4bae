import { type CertificateAuthority, generateRsaKey, issueCertificate, type ServerCertificate, type Validity } from "@irsa-sim/core";
import { createIssuerKey, type IssuerKeyKind } from "./create-issuer-key.js";
import { type IssuerKeys, type KeyMaterial, OWN_ISSUER_HOST } from "./key-material.js";

/** Which hosts the certificates are for, and when they count. */
export interface KeyMaterialRequest {
  readonly regions: readonly string[];
  readonly validity: Validity;
  /** How many clusters there are beside the first. */
  readonly furtherClusters: number;
  /** How many keys each issuer has from the beginning: one that signs, and those that follow it when the key is rotated. */
  readonly keysPerIssuer: number;
}

/** Hosts that are nobody's region: the global ones, and IAM's of each partition. */
const GLOBAL_HOSTS = {
  iam: ["iam.amazonaws.com", "iam.cn-north-1.amazonaws.com.cn", "iam.us-gov.amazonaws.com"],
  sts: ["sts.amazonaws.com"],
  s3: ["s3.amazonaws.com", "*.s3.amazonaws.com"],
};

/** A region's services, below the domain of its partition. */
function regionalHosts(regions: readonly string[], ...services: readonly string[]): readonly string[] {
  return regions.flatMap((region) => services.map((service) => `${service}.${region}.${region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com"}`));
}

/**
 * Makes a run's keys and certificates anew: two roots, an intermediate for the public side, a leaf for each service; and a host with a root of its own.
 *
 * Differs from real authorities: three roots that nothing else depends on have one key, since each takes as long to make as all the rest; they are told apart by name.
 *
 * @see sts-and-iam.md, section 4.2: a server sends its leaf and the intermediate, and the thumbprint is the intermediate's
 */
export async function createKeyMaterial({ regions, validity, furtherClusters, keysPerIssuer }: KeyMaterialRequest): Promise<KeyMaterial> {
  const [rootKey, intermediateKey, clusterKey, serverKey, minorKey, firstIssuer, ...furtherIssuers] = await Promise.all([
    ...([generateRsaKey(), generateRsaKey(), generateRsaKey(), generateRsaKey(), generateRsaKey()] as const),
    createIssuerKeys(keysPerIssuer),
    ...Array.from({ length: furtherClusters }, () => createIssuerKeys(keysPerIssuer)),
  ]);
  const publicRoot = issueCertificate({ commonName: "irsa-sim public root", hosts: [], privateKey: rootKey, validity, serialNumber: "01" });
  const root = { certificate: publicRoot, privateKey: rootKey };
  const intermediate = issueCertificate({ commonName: "irsa-sim public CA", hosts: [], privateKey: intermediateKey, validity, serialNumber: "02" }, root);
  const publicCa: CertificateAuthority = { certificate: intermediate, privateKey: intermediateKey };
  const clusterRoot = issueCertificate({ commonName: "kubernetes", hosts: [], privateKey: clusterKey, validity, serialNumber: "01" });
  const clusterCa: CertificateAuthority = { certificate: clusterRoot, privateKey: clusterKey };
  const leaf = (
    authority: CertificateAuthority,
    named: { readonly commonName: string; readonly serialNumber: string; readonly hosts: readonly string[] },
  ): ServerCertificate => {
    const certificate = issueCertificate({ ...named, privateKey: serverKey, validity }, authority);
    return { chain: authority === publicCa ? [certificate, intermediate] : [certificate], privateKey: serverKey };
  };
  return {
    publicRoot,
    clusterRoot,
    certificates: {
      oidc: leaf(publicCa, { commonName: "EKS OIDC issuers", serialNumber: "03", hosts: regionalHosts(regions, "oidc.eks") }),
      iam: leaf(publicCa, { commonName: "IAM", serialNumber: "04", hosts: GLOBAL_HOSTS.iam }),
      sts: leaf(publicCa, { commonName: "STS", serialNumber: "05", hosts: [...regionalHosts(regions, "sts"), ...GLOBAL_HOSTS.sts] }),
      s3: leaf(publicCa, {
        commonName: "S3",
        serialNumber: "06",
        hosts: [...regionalHosts(regions, "s3", "*.s3"), ...GLOBAL_HOSTS.s3],
      }),
      kubernetes: leaf(clusterCa, { commonName: "kube-apiserver", serialNumber: "02", hosts: ["kubernetes.default.svc"] }),
      webhook: leaf(clusterCa, { commonName: "pod-identity-webhook", serialNumber: "03", hosts: ["pod-identity-webhook.default.svc"] }),
      ownIssuer: createOwnIssuerCertificate(validity, { privateKey: serverKey, rootKey: minorKey }),
    },
    serviceAuthority: createAuthority("irsa-sim second public root", minorKey, validity),
    companyAuthority: createAuthority("Example Corp TLS inspection", minorKey, validity),
    issuerSigningKeys: firstIssuer.signingKeys,
    issuerCurveKeys: firstIssuer.curveKeys,
    furtherIssuers,
  };
}

async function createIssuerKeys(count: number): Promise<IssuerKeys> {
  const several = (kind: IssuerKeyKind): Promise<readonly string[]> => Promise.all(Array.from({ length: count }, () => createIssuerKey(kind)));
  const [signingKeys, p256, p384] = await Promise.all([several("rsa"), several("ec-p256"), several("ec-p384")]);
  return { signingKeys, curveKeys: { "ec-p256": p256, "ec-p384": p384 } };
}

function createAuthority(commonName: string, privateKey: string, validity: Validity): CertificateAuthority {
  return { certificate: issueCertificate({ commonName, hosts: [], privateKey, validity, serialNumber: "01" }), privateKey };
}

/** A certificate that no public CA signed; nothing else depends on its root. */
function createOwnIssuerCertificate(validity: Validity, { privateKey, rootKey }: { readonly privateKey: string; readonly rootKey: string }): ServerCertificate {
  const certificate = issueCertificate({ commonName: "an operator's own root", hosts: [], privateKey: rootKey, validity, serialNumber: "01" });
  const host = { commonName: OWN_ISSUER_HOST, hosts: [OWN_ISSUER_HOST], privateKey, validity, serialNumber: "02" };
  return { chain: [issueCertificate(host, { certificate, privateKey: rootKey }), certificate], privateKey };
}
