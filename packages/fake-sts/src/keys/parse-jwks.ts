/**
 * A JWK Set (RFC 7517 section 5): its RSA and EC keys. Members of other key types, without what their type needs, or whose `kid`, `alg` or `use` is no string
 * are passed over, as the RFC asks, so that one strange key does not spoil the others.
 * Differs from AWS, perhaps: whether AWS passes over a strange key or turns down the whole set is unconfirmed; the caller is told the same either way.
 * @see sts-and-iam.md, section 4.3
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import { showJson } from "../show-json.js";
import type { KeyProblem } from "./key-problem.js";

/** A public key as published; nothing else of the JWK is kept, a private part least of all. */
export interface PublishedKey {
  readonly kid: string | null;
  /** The `alg` member; `null` when the key may be used with any that fits its type. */
  readonly alg: string | null;
  /** The `use` member; `null` when absent. */
  readonly use: string | null;
  readonly jwk:
    | { readonly kty: "RSA"; readonly n: string; readonly e: string }
    | { readonly kty: "EC"; readonly crv: string; readonly x: string; readonly y: string };
}

/** The most keys of one type that STS takes. */
const MAX_KEYS_PER_TYPE = 100;

/** A JWK Set, read. */
export interface PublishedKeys {
  readonly keys: readonly PublishedKey[];
  /** What is odd about each member that is no key for STS. */
  readonly passedOver: readonly string[];
}

/**
 * Reads the keys.
 *
 * @param document what the URL answered
 * @param url where it came from
 */
export function parseJwks(document: Json, url: string): PublishedKeys | { readonly problem: KeyProblem } {
  const problem = (reason: KeyProblem["reason"], expected: string, actual: string): { readonly problem: KeyProblem } => ({
    problem: { reason, expected: { value: expected }, actual: { value: actual, from: { file: url, pointer: "/keys" } } },
  });
  const members = isObject(document) ? document.keys : undefined;
  if (!Array.isArray(members)) return problem("jwks-malformed", "a JSON object with an array of keys", "something else");
  const read = members.map(readKey);
  const keys = read.filter((key) => typeof key !== "string");
  const passedOver = read.filter((key) => typeof key === "string");
  if (keys.length === 0) return problem("jwks-empty", "at least one RSA or EC key", passedOver.join(", ") || "none");
  for (const type of ["RSA", "EC"]) {
    const count = keys.filter(({ jwk }) => jwk.kty === type).length;
    if (count > MAX_KEYS_PER_TYPE) return problem("too-many-keys", `at most ${MAX_KEYS_PER_TYPE} ${type} keys`, String(count));
  }
  return { keys, passedOver };
}

/** @returns a text that says what the member is, when it is no key for STS */
function readKey(member: Json): PublishedKey | string {
  if (!isObject(member)) return "no JSON object";
  const { kty, n, e, crv, x, y } = member;
  const strange = ["kid", "alg", "use"].find((name) => member[name] !== undefined && typeof member[name] !== "string");
  if (strange !== undefined) return `${strange} ${showJson(member[strange] ?? null)} is no string`;
  const described = { kid: text(member.kid), alg: text(member.alg), use: text(member.use) };
  if (kty === "RSA" && typeof n === "string" && typeof e === "string") return { ...described, jwk: { kty, n, e } };
  if (kty === "EC" && typeof crv === "string" && typeof x === "string" && typeof y === "string") return { ...described, jwk: { kty, crv, x, y } };
  return kty === "RSA" || kty === "EC" ? `an ${kty} key that lacks a member` : `kty ${showJson(kty ?? null)}`;
}

function text(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
