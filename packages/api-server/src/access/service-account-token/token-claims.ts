import type { JsonObject } from "@irsa-sim/core";

/** An object that a token speaks of. */
export interface ClaimedObject {
  readonly name: string;
  /** Absent for the Node of a pod that had none when the token was issued. */
  readonly uid?: string;
}

/** The claims of a service-account token. */
export interface TokenClaims {
  readonly iss: string;
  readonly sub: string;
  /** Absent for a legacy token. */
  readonly aud?: readonly string[];
  readonly exp?: number;
  readonly nbf?: number;
  readonly iat?: number;
  readonly jti?: string;
  readonly "kubernetes.io": KubernetesClaims;
}

/** What the token is bound to. */
export interface KubernetesClaims {
  readonly namespace: string;
  readonly serviceaccount: ClaimedObject;
  readonly pod?: ClaimedObject;
  readonly secret?: ClaimedObject;
  readonly node?: ClaimedObject;
  /** Seconds of the epoch; only with the extension. */
  readonly warnafter?: number;
}

/**
 * Reads the claims before anything is verified.
 *
 * @returns `null` for what is no token of these issuers, which is then left to other authenticators
 * @see kubernetes-tokens.md, section 4, point 1
 */
export function peekClaims(token: string, issuers: readonly string[]): JsonObject | null {
  const parts = token.split(".");
  const [header, claims] = parts.map(parsePart);
  if (parts.length !== 3 || !header || !claims) return null;
  return typeof claims.iss === "string" && issuers.includes(claims.iss) ? claims : null;
}

function parsePart(part: string): JsonObject | null {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof DOMException)) throw error;
    return null;
  }
}
