import { certificateThumbprint, type Finding, NetworkError, type Span, type TlsPeer, type TlsPolicy } from "@irsa-sim/core";
import type { OpenIdConnectProvider } from "@irsa-sim/iam";
import { decideIssuerTrust, type IssuerTrust, type TrustGround } from "./decide-issuer-trust.js";

/** The code with which a connection ends because of the thumbprint; any other TLS code says that the certificate is bad in itself. */
export const THUMBPRINT_REFUSED = "ERR_TLS_UNTRUSTED";

/** A policy that remembers why it accepted. */
export interface IssuerTlsPolicy extends TlsPolicy {
  /** Of the last connection; `null` before the first. */
  ground(): TrustGround | null;
}

/**
 * The policy by which STS fetches from an issuer; each handshake is recorded as the check `sts.tls-certificate`.
 *
 * @param span where it is recorded: the exchange's own span belongs to the issuer
 */
export function issuerTlsPolicy(provider: OpenIdConnectProvider, publicAnchors: readonly string[], span: Span): IssuerTlsPolicy {
  let ground: TrustGround | null = null;
  return {
    ground: () => ground,
    accept(peer) {
      const trust = decideIssuerTrust(peer, publicAnchors, provider.thumbprints);
      const passed = "trusted" in trust;
      const findings = describe(trust, { peer, provider });
      span.check({ check: "sts.tls-certificate", title: "issuer's certificate", passed, ...findings, ...(passed ? {} : { reason: trust.refused }) });
      if (passed) ground = trust.trusted;
      else throw new NetworkError(trust.refused === "thumbprint-differs" ? THUMBPRINT_REFUSED : trust.problem.code, trust.problem.message);
    },
  };
}

interface Handshake {
  readonly peer: TlsPeer;
  readonly provider: OpenIdConnectProvider;
}

function describe(trust: IssuerTrust, { peer, provider }: Handshake): { readonly expected: Finding; readonly actual: Finding } {
  if ("trusted" in trust && trust.trusted === "IAMTrustStore") {
    return { expected: { value: `a certificate for ${peer.host}, signed by a public root` }, actual: { value: "signed by a public root" } };
  }
  if ("refused" in trust && trust.refused === "certificate-refused") {
    return { expected: { value: `a certificate for ${peer.host} that is in its time` }, actual: { value: trust.problem.message } };
  }
  return {
    expected: { value: provider.thumbprints.join(", ") || "none", from: { file: `oidc-provider/${provider.url}`, pointer: "/ThumbprintList" } },
    actual: { value: certificateThumbprint(peer.chain), from: { file: peer.host } },
  };
}
