import type { Json, JsonObject } from "@irsa-sim/core";
import { CompactSign } from "jose";
import type { SigningKey } from "./signing-key.js";

/**
 * Signs claims as Kubernetes' signer does: header of exactly `alg` and `kid`, payload compact with keys in order of the alphabet at every level.
 *
 * @see kubernetes-tokens.md, sections 2.1 and 2.2
 */
export function signClaims(claims: JsonObject, key: Key): Promise<string> {
  const payload = JSON.stringify(sorted(claims));
  // Of RS256 alone the same input gives the same signature (RFC 8017, section 8.2).
  if (key.algorithm !== "RS256") return sign(payload, key);
  const known = signedBefore(key.privateKey);
  const before = known.get(payload);
  if (before !== undefined) return before;
  const token = sign(payload, key);
  if (known.size >= MAX_REMEMBERED) known.clear();
  known.set(payload, token);
  return token;
}

type Key = Pick<SigningKey, "kid" | "algorithm" | "privateKey">;

function sign(payload: string, { algorithm, kid, privateKey }: Key): Promise<string> {
  return new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: algorithm, kid }).sign(privateKey);
}

/** Scenarios that begin alike ask for the same tokens, and a signature takes longer than all else that the issuer does. */
const MAX_REMEMBERED = 256;
const remembered = new WeakMap<Key["privateKey"], Map<string, Promise<string>>>();

function signedBefore(privateKey: Key["privateKey"]): Map<string, Promise<string>> {
  const known = remembered.get(privateKey) ?? new Map<string, Promise<string>>();
  remembered.set(privateKey, known);
  return known;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value as JsonObject).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}
