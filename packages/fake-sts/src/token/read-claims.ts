/**
 * The claims that STS demands and reads (RFC 7519 section 4.1).
 * Leaves out: AWS's own claims for session tags, source identity and roles.
 * @see sts-and-iam.md, section 4.4
 */
import type { EpochSeconds, Json, JsonObject } from "@irsa-sim/core";
import { showJson } from "../show-json.js";

/** The claims, read. */
export interface WebIdentityClaims {
  readonly sub: string;
  /** At least one; Kubernetes sends an array of one, others a string. */
  readonly aud: readonly string[];
  readonly exp: EpochSeconds;
  readonly iat: EpochSeconds;
  readonly nbf: EpochSeconds | null;
  readonly azp: string | null;
  readonly amr: readonly string[];
  readonly email: string | null;
}

/** The first claim that is missing or not of its type. */
export interface ClaimProblem {
  readonly reason: "claim-missing" | "claim-malformed";
  readonly claim: string;
  readonly expected: string;
  readonly actual: string;
}

/** What is asked of each required claim, in the order in which a missing one is reported. */
const REQUIRED: readonly (readonly [claim: string, expected: string, accepts: (value: Json) => boolean])[] = [
  ["sub", "a string", isText],
  ["aud", "a string or an array of strings", (value) => isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText))],
  ["exp", "a whole number of seconds", Number.isSafeInteger],
  ["iat", "a whole number of seconds", Number.isSafeInteger],
];

/** Reads the claims of a token's payload. */
export function readClaims(claims: JsonObject): { readonly claims: WebIdentityClaims } | { readonly problem: ClaimProblem } {
  for (const [claim, expected, accepts] of REQUIRED) {
    const value = claims[claim];
    if (value === undefined || value === null || value === "") return { problem: { reason: "claim-missing", claim, expected, actual: "none" } };
    if (!accepts(value)) return { problem: { reason: "claim-malformed", claim, expected, actual: showJson(value) } };
  }
  const nbf = claims.nbf ?? null;
  if (nbf !== null && !Number.isSafeInteger(nbf)) {
    return { problem: { reason: "claim-malformed", claim: "nbf", expected: "a whole number of seconds", actual: showJson(nbf) } };
  }
  return {
    claims: {
      sub: claims.sub as string,
      aud: texts(claims.aud),
      exp: claims.exp as EpochSeconds,
      iat: claims.iat as EpochSeconds,
      nbf: nbf as EpochSeconds | null,
      azp: texts(claims.azp)[0] ?? null,
      amr: texts(claims.amr),
      email: texts(claims.email)[0] ?? null,
    },
  };
}

function isText(value: Json): boolean {
  return typeof value === "string" && value !== "";
}

/** A string or an array of strings as a list; anything else is as good as absent. */
function texts(value: Json | undefined): readonly string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((item): item is string => typeof item === "string" && item !== "");
}
