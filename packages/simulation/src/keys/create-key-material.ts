import { type CertificateAuthority, generateRsaKey, issueCertificateAsync, type ServerCertificate, type Validity } from "@irsa-sim/core";
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
 * Differs from real authorities: all of them have one key, since each takes as long to make as all the rest; they are told apart by name.
 *
 * @see sts-and-iam.md, section 4.2: a server sends its leaf and the intermediate, and the thumbprint is the intermediate's
 */
export async function createKeyMaterial({ regions, validity, furtherClusters, keysPerIssuer }: KeyMaterialRequest): Promise<KeyMaterial> {
  const [authorityKey, serverKey, firstIssuer, ...furtherIssuers] = await Promise.all([
    ...([generateRsaKey(), generateRsaKey()] as const),
    createIssuerKeys(keysPerIssuer),
    ...Array.from({ length: furtherClusters }, () => createIssuerKeys(keysPerIssuer)),
  ]);
  const authority = async (commonName: string, signer?: CertificateAuthority): Promise<CertificateAuthority> => {
    const request = { commonName, hosts: [], privateKey: authorityKey, validity, serialNumber: signer === undefined ? "01" : "02" };
    return { certificate: await issueCertificateAsync(request, signer), privateKey: authorityKey };
  };
  const publicRoot = await authority("irsa-sim public root");
  const publicCa = await authority("irsa-sim public CA", publicRoot);
  const clusterCa = await authority("kubernetes");
  const ownRoot = await authority("an operator's own root");
  const leaf = async (
    signer: CertificateAuthority,
    named: { readonly commonName: string; readonly serialNumber: string; readonly hosts: readonly string[] },
  ): Promise<ServerCertificate> => {
    const certificate = await issueCertificateAsync({ ...named, privateKey: serverKey, validity }, signer);
    // A server sends what leads to a root, and no root but its owner's own.
    return { chain: [certificate, ...(signer === publicCa || signer === ownRoot ? [signer.certificate] : [])], privateKey: serverKey };
  };
  return {
    publicRoot: publicRoot.certificate,
    clusterRoot: clusterCa.certificate,
    certificates: {
      oidc: await leaf(publicCa, { commonName: "EKS OIDC issuers", serialNumber: "03", hosts: regionalHosts(regions, "oidc.eks") }),
      iam: await leaf(publicCa, { commonName: "IAM", serialNumber: "04", hosts: GLOBAL_HOSTS.iam }),
      sts: await leaf(publicCa, { commonName: "STS", serialNumber: "05", hosts: [...regionalHosts(regions, "sts"), ...GLOBAL_HOSTS.sts] }),
      s3: await leaf(publicCa, {
        commonName: "S3",
        serialNumber: "06",
        hosts: [...regionalHosts(regions, "s3", "*.s3"), ...GLOBAL_HOSTS.s3],
      }),
      kubernetes: await leaf(clusterCa, { commonName: "kube-apiserver", serialNumber: "02", hosts: ["kubernetes.default.svc"] }),
      webhook: await leaf(clusterCa, { commonName: "pod-identity-webhook", serialNumber: "03", hosts: ["pod-identity-webhook.default.svc"] }),
      ownIssuer: await leaf(ownRoot, { commonName: OWN_ISSUER_HOST, serialNumber: "02", hosts: [OWN_ISSUER_HOST] }),
    },
    serviceAuthority: await authority("irsa-sim second public root"),
    companyAuthority: await authority("Example Corp TLS inspection"),
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
