import { goJson, type Json, type JsonObject } from "@irsa-sim/core";
import { CompactSign } from "jose";
import { type BoundedMemo, createBoundedMemo } from "./bounded-memo.js";
import { signOnCurve } from "./sign-on-curve.js";
import type { SigningKey } from "./signing-key.js";

/**
 * Signs claims as Kubernetes' signer does: header of exactly `alg` and, where the key has an id, `kid`, payload compact with keys in order of the alphabet at every level, escaped as Go does.
 *
 * @see kubernetes-tokens.md, sections 2.1 and 2.2
 */
export function signClaims(claims: JsonObject, key: Key): Promise<string> {
  const payload = goJson(sorted(claims) as JsonObject);
  // The same input gives the same signature: of RSA always (RFC 8017, section 8.2), of curves as RFC 6979 has it.
  return signedBefore(key).take(payload, () => sign(payload, key));
}

type Key = Pick<SigningKey, "algorithm" | "privateKey"> & { readonly kid: string | null };

function sign(payload: string, { algorithm, kid, privateKey }: Key): Promise<string> {
  if (algorithm !== "RS256") return signOnCurve(payload, { algorithm, kid, privateKey });
  return new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(kid === null ? { alg: algorithm } : { alg: algorithm, kid }).sign(privateKey);
}

/** Scenarios that begin alike ask for the same tokens, and a signature takes longer than all else that the issuer does. */
const MAX_REMEMBERED = 256;
const remembered = new WeakMap<Key, BoundedMemo<Promise<string>>>();

function signedBefore(key: Key): BoundedMemo<Promise<string>> {
  const known = remembered.get(key) ?? createBoundedMemo<Promise<string>>(MAX_REMEMBERED);
  remembered.set(key, known);
  return known;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value as JsonObject).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}
