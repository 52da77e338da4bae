/**
 * An issuer's discovery document (OpenID Connect Discovery 1.0 section 3), as far as STS looks at it.
 * @see sts-and-iam.md, section 4.3
 */
import type { Json } from "@irsa-sim/core";
import { showJson } from "../show-json.js";
import type { KeyProblem } from "./key-problem.js";

/** Lists that STS demands although it does nothing with them. */
const REQUIRED_LISTS = ["response_types_supported", "subject_types_supported", "id_token_signing_alg_values_supported"] as const;

/**
 * Reads where the keys are.
 *
 * @param document what the URL answered
 * @param url where it came from
 * @param issuer the registered issuer, `https://` included, which the document must name byte for byte
 */
export function parseDiscoveryDocument(
  document: Json,
  { url, issuer }: { readonly url: string; readonly issuer: string },
): { readonly jwksUri: string } | { readonly problem: KeyProblem } {
  const problem = (reason: KeyProblem["reason"], pointer: string, expected: string, actual: string): { readonly problem: KeyProblem } => ({
    problem: { reason, expected: { value: expected }, actual: { value: actual, from: { file: url, pointer } } },
  });
  if (typeof document !== "object" || document === null || Array.isArray(document))
    return problem("discovery-malformed", "", "a JSON object", "something else");
  const { issuer: named, jwks_uri: jwksUri } = document as { readonly [key: string]: Json };
  if (named !== issuer) return problem("issuer-differs", "/issuer", issuer, show(named));
  if (typeof jwksUri !== "string") return problem("discovery-field-missing", "/jwks_uri", "jwks_uri", "none");
  if (!URL.canParse(jwksUri) || new URL(jwksUri).protocol !== "https:") return problem("jwks-uri-not-https", "/jwks_uri", "an https URL", jwksUri);
  const missing = REQUIRED_LISTS.find((field) => !Array.isArray((document as { readonly [key: string]: Json })[field]));
  if (missing !== undefined) return problem("discovery-field-missing", `/${missing}`, missing, "none");
  return { jwksUri };
}

function show(value: Json | undefined): string {
  return typeof value === "string" ? value : value === undefined ? "none" : showJson(value);
}
