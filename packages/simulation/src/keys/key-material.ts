import type { CertificateAuthority, ServerCertificate } from "@irsa-sim/core";

/** All keys and certificates of a run. */
export interface KeyMaterial {
  /** PEM of the root that stands for the public CAs: AWS's and the issuer's certificates lead to it. */
  readonly publicRoot: string;
  /** PEM of the cluster's own root: the API server's and the webhook's certificates lead to it. */
  readonly clusterRoot: string;
  /** `ownIssuer` is of a host whose owner has a root of his own, which stands at the end of the chain. */
  readonly certificates: Readonly<Record<"oidc" | "iam" | "sts" | "s3" | "kubernetes" | "webhook" | "ownIssuer", ServerCertificate>>;
  /** Another public root: it signs the certificates of services when they are first called. */
  readonly serviceAuthority: CertificateAuthority;
  /** A company's own root, which inspects TLS and is in nobody's image. */
  readonly companyAuthority: CertificateAuthority;
  /** PKCS #8 PEM; the first signs tokens, each next one takes over when the issuer's key is rotated. */
  readonly issuerSigningKeys: readonly string[];
  /** The same on curves, for issuers that sign so. */
  readonly issuerCurveKeys: Readonly<Record<"ec-p256" | "ec-p384", readonly string[]>>;
  /** Those of the issuers of further clusters. */
  readonly furtherIssuers: readonly IssuerKeys[];
}

/** What one issuer signs with, each list in the order in which keys take over. */
export interface IssuerKeys {
  readonly signingKeys: KeyMaterial["issuerSigningKeys"];
  readonly curveKeys: KeyMaterial["issuerCurveKeys"];
}

/** The host of `ownIssuer`. */
export const OWN_ISSUER_HOST = "issuer.example.com";
