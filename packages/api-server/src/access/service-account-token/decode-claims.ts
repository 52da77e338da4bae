/**
 * The claims of a verified token as the authenticator's types hold them.
 * @see kubernetes-tokens.md, section 4; real-control-plane.md, section 3, point 5
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import { type GoValue, parseGoJson } from "@irsa-sim/kubernetes-types";
import { findDuplicateKey } from "./parse-token.js";
import type { ClaimedObject, TokenClaims } from "./token-claims.js";

/** A claim of a type that the authenticator does not take; the message is what it says. */
export class ClaimsError extends Error {}

/**
 * Reads the claims: a single audience is a list of one, and what is missing is empty. Kubernetes' own claims are read behind all others.
 *
 * @param text the token's second part
 * @throws {ClaimsError}
 */
export function decodeClaims(text: string): TokenClaims {
  const payload = parseGoJson(text);
  refuseDuplicate(payload);
  const claims = JSON.parse(text) as JsonObject;
  // What a type reads by itself is told at once, a value of another type only when all has been read.
  const aud = audienceOf(claims.aud);
  const times = dated(claims, ["exp", "nbf", "iat"]);
  const registered = {
    iss: textOf(claims.iss),
    sub: textOf(claims.sub),
    ...(aud.length === 0 ? {} : { aud }),
    ...times,
    ...(claims.jti === undefined || claims.jti === null ? {} : { jti: textOf(claims.jti) }),
  };
  const kubernetes = objectOf(claims["kubernetes.io"], "serviceaccount.kubernetes");
  const own = memberOf(payload, "kubernetes.io");
  for (const value of [own, ...["serviceaccount", "pod", "secret", "node"].map((name) => memberOf(own, name))]) refuseDuplicate(value);
  const warned = dated(kubernetes, ["warnafter"]);
  return {
    ...registered,
    "kubernetes.io": {
      namespace: textOf(kubernetes.namespace),
      serviceaccount: referenceOf(kubernetes.serviceaccount),
      ...references(kubernetes, ["pod", "secret", "node"]),
      ...warned,
    },
  };
}

function memberOf(value: GoValue | null, name: string): GoValue | null {
  return value?.kind === "object" ? (value.members.find(([member]) => member === name)?.[1] ?? null) : null;
}

function refuseDuplicate(value: GoValue | null): void {
  const name = value === null ? null : findDuplicateKey(value);
  if (name !== null) throw new ClaimsError(`json: duplicate key '${name}' in object`);
}

function audienceOf(value: Json | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((item: Json): item is string => typeof item === "string")) return value;
  throw new ClaimsError("go-jose/go-jose/jwt: expected string or array value to unmarshal to Audience");
}

function dated<Name extends string>(from: JsonObject, names: readonly Name[]): { readonly [name in Name]?: number } {
  const found = names.flatMap((name) => {
    const value = from[name] ?? null;
    if (value === null) return [];
    if (typeof value !== "number") throw new ClaimsError("go-jose/go-jose/jwt: expected number value to unmarshal NumericDate");
    return [[name, Math.trunc(value)] as const];
  });
  return Object.fromEntries(found) as { readonly [name in Name]?: number };
}

function references<Name extends string>(from: JsonObject, names: readonly Name[]): { readonly [name in Name]?: ClaimedObject } {
  const found = names.flatMap((name) => ((from[name] ?? null) === null ? [] : [[name, referenceOf(from[name])] as const]));
  return Object.fromEntries(found) as { readonly [name in Name]?: ClaimedObject };
}

function referenceOf(value: Json | undefined): ClaimedObject {
  const { name, uid } = objectOf(value, "serviceaccount.ref");
  return { name: textOf(name), ...(uid === undefined ? {} : { uid: textOf(uid) }) };
}

function objectOf(value: Json | undefined, type: string): JsonObject {
  if (value === undefined || value === null) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value as JsonObject;
  throw cannotUnmarshal(value, type);
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  throw cannotUnmarshal(value, "string");
}

function cannotUnmarshal(value: Json, type: string): ClaimsError {
  const kind = Array.isArray(value) ? "array" : typeof value === "boolean" ? "bool" : typeof value;
  return new ClaimsError(`json: cannot unmarshal ${kind} into Go value of type ${type}`);
}
