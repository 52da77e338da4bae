import { type ChainProblem, certificateThumbprint, type TlsPeer, verifyCertificateChain } from "@irsa-sim/core";

/** CloudTrail's word for why STS trusts an issuer's host: the public roots, or the provider's thumbprints. */
export type TrustGround = "IAMTrustStore" | "Thumbprint";

/** Whether STS talks to an issuer's host, and on what ground. */
export type IssuerTrust =
  | { readonly trusted: TrustGround }
  | { readonly refused: "thumbprint-differs" | "certificate-refused"; readonly problem: ChainProblem };

/**
 * Decides whether an issuer's certificate is good: the public roots first, the thumbprints only when no public root signed it. A thumbprint
 * stands for the last certificate sent, which then serves as the root; time and host name must be right in either case.
 * Differs from AWS, perhaps: what AWS says of a publicly signed certificate that expired or names another host is unconfirmed.
 *
 * @param thumbprints SHA-1, lower-case hex
 * @see sts-and-iam.md, section 4.2
 */
export function decideIssuerTrust(peer: TlsPeer, publicAnchors: readonly string[], thumbprints: readonly string[]): IssuerTrust {
  const problem = verifyCertificateChain(peer, publicAnchors);
  if (problem === null) return { trusted: "IAMTrustStore" };
  if (problem.code !== "ERR_TLS_UNTRUSTED") return { refused: "certificate-refused", problem };
  if (!thumbprints.includes(certificateThumbprint(peer.chain))) return { refused: "thumbprint-differs", problem };
  const otherProblem = verifyCertificateChain(peer, peer.chain.slice(-1));
  return otherProblem === null ? { trusted: "Thumbprint" } : { refused: "certificate-refused", problem: otherProblem };
}
