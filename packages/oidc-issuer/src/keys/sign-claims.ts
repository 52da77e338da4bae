import type { Json, JsonObject } from "@irsa-sim/core";
import { CompactSign } from "jose";
import type { SigningKey } from "./signing-key.js";

/**
 * Signs claims as Kubernetes' signer does: header of exactly `alg` and `kid`, payload compact with keys in order of the alphabet at every level.
 *
 * @see kubernetes-tokens.md, sections 2.1 and 2.2
 */
export function signClaims(claims: JsonObject, key: Pick<SigningKey, "kid" | "algorithm" | "privateKey">): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(sorted(claims)));
  return new CompactSign(payload).setProtectedHeader({ alg: key.algorithm, kid: key.kid }).sign(key.privateKey);
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value as JsonObject).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}
