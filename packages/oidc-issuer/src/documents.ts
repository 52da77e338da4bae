/** The two public documents, byte for byte as EKS serves them (kubernetes-tokens.md, sections 3.1 and 9). */
import type { IssuerUrl } from "@irsa-sim/core";
import type { SigningKey } from "./signing-key.js";

/** The discovery document, members in EKS's order. */
export function discoveryDocument(issuer: IssuerUrl): string {
  return JSON.stringify({
    issuer,
    jwks_uri: `${issuer}/keys`,
    authorization_endpoint: "urn:kubernetes:programmatic_authorization",
    response_types_supported: ["id_token"],
    subject_types_supported: ["public"],
    claims_supported: ["sub", "iss"],
    id_token_signing_alg_values_supported: ["RS256"],
  });
}

/** The key set, one entry a key, members in EKS's order. */
export function jwks(keys: readonly SigningKey[]): string {
  return JSON.stringify({ keys: keys.map(({ kid, n, e }) => ({ kty: "RSA", kid, use: "sig", alg: "RS256", n, e })) });
}
