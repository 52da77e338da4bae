import type { Finding } from "@irsa-sim/core";
import type { Algorithm } from "../token/algorithms.js";
import type { KeyProblem } from "./key-problem.js";
import type { PublishedKey } from "./parse-jwks.js";

/** What a token's header says of the key that signed it. */
export interface WantedKey {
  readonly kid: string | null;
  readonly algorithm: Algorithm;
}

/**
 * Finds the key that a token's header names.
 * Differs from AWS, perhaps: two different keys under one `kid` that both fit are refused, since nothing says which of them signs (RFC 7517 section 4.5);
 * and a token without `kid` is verified with the only fitting key, as OpenID Connect Core 1.0 section 10.1 allows; AWS's way is unconfirmed.
 *
 * @param url where the keys came from
 * @see sts-and-iam.md, section 4.3
 */
export function selectKey(keys: readonly PublishedKey[], wanted: WantedKey, url: string): { readonly key: PublishedKey } | { readonly problem: KeyProblem } {
  const { kid } = wanted;
  const named = kid === null ? keys : keys.filter((key) => key.kid === kid);
  const [key, ...others] = named.filter((candidate) => fits(candidate, wanted.algorithm));
  if (key !== undefined && others.every((other) => isSameKey(other, key))) return { key };
  const reason = kid === null ? "kid-missing" : named.length === 0 ? "unknown-kid" : key === undefined ? "key-unsuitable" : "kid-ambiguous";
  const shown = reason === "key-unsuitable" ? named.map(describeKey) : keys.map((published) => published.kid ?? "(no kid)");
  return { problem: { reason, expected: describeWanted(wanted), actual: { value: shown.join(", "), from: { file: url, pointer: "/keys" } } } };
}

/** The key a token wants, for a check: its kid, from the token. */
export function describeWanted({ kid, algorithm }: WantedKey): Finding {
  return { value: kid ?? `the only key for ${algorithm}`, from: { file: "token", pointer: "kid" } };
}

function fits({ jwk, alg, use }: PublishedKey, algorithm: Algorithm): boolean {
  if (use !== null && use !== "sig") return false;
  if (alg !== null && alg !== algorithm) return false;
  return jwk.kty === "RSA" ? algorithm.startsWith("RS") : jwk.crv === CURVES[algorithm];
}

/** A set may list a key twice. */
function isSameKey(a: PublishedKey, b: PublishedKey): boolean {
  return JSON.stringify(a.jwk) === JSON.stringify(b.jwk);
}

/** RFC 7518 section 3.4. */
const CURVES: { readonly [algorithm: string]: string } = { ES256: "P-256", ES384: "P-384", ES512: "P-521" };

function describeKey({ jwk, alg, use }: PublishedKey): string {
  return [jwk.kty === "EC" ? `EC ${jwk.crv}` : "RSA", ...(alg === null ? [] : [`for ${alg}`]), ...(use === null ? [] : [`use ${use}`])].join(", ");
}
