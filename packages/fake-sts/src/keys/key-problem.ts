import type { Finding } from "@irsa-sim/core";

/** Why a provider gave no key for a token; the caller is told the same text for all but the certificate. */
export interface KeyProblem {
  readonly reason:
    | "unreachable"
    | "thumbprint-differs"
    | "certificate-refused"
    | "http-status"
    | "discovery-malformed"
    | "discovery-field-missing"
    | "issuer-differs"
    | "jwks-uri-not-https"
    | "jwks-malformed"
    | "jwks-empty"
    | "too-many-keys"
    | "kid-missing"
    | "unknown-kid"
    | "kid-ambiguous"
    | "key-unsuitable"
    | "key-unusable";
  readonly expected: Finding;
  readonly actual: Finding;
}
