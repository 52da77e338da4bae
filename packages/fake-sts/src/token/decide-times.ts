import { type EpochSeconds, fromEpochSeconds, toRfc3339 } from "@irsa-sim/core";
import type { WebIdentityClaims } from "./read-claims.js";

/** Seconds that STS adds on both sides; a token is accepted this long after `exp` (sts-and-iam.md, section 4.4). */
export const GRACE_SECONDS = 300;

/** How a token stands in time. */
export interface TimesDecision {
  /** `null` when it is in its time. */
  readonly reason: "expired" | "not-yet-valid" | "issued-in-the-future" | null;
  /** The claim that decided; `exp` when it is in its time. */
  readonly claim: "exp" | "nbf" | "iat";
  readonly claimSeconds: EpochSeconds;
  /** `before 2026-01-05T10:05:00Z (exp and 300 s of grace)`. */
  readonly expected: string;
}

/**
 * Decides whether a token is in its time.
 *
 * Differs from AWS, perhaps: the grace for `nbf` and `iat` is unconfirmed, and a very old `iat` is not refused, since nobody knows from what age on AWS does.
 *
 * @see sts-and-iam.md, sections 3.2 and 4.4
 */
export function decideTimes({ exp, nbf, iat }: Pick<WebIdentityClaims, "exp" | "nbf" | "iat">, now: EpochSeconds): TimesDecision {
  if (now >= exp + GRACE_SECONDS) return { reason: "expired", claim: "exp", claimSeconds: exp, expected: before(exp) };
  if (nbf !== null && now + GRACE_SECONDS < nbf) return { reason: "not-yet-valid", claim: "nbf", claimSeconds: nbf, expected: from("nbf", nbf) };
  if (now + GRACE_SECONDS < iat) return { reason: "issued-in-the-future", claim: "iat", claimSeconds: iat, expected: from("iat", iat) };
  return { reason: null, claim: "exp", claimSeconds: exp, expected: before(exp) };
}

function before(exp: EpochSeconds): string {
  return `before ${rfc3339(exp + GRACE_SECONDS)} (exp and ${GRACE_SECONDS} s of grace)`;
}

function from(claim: string, seconds: EpochSeconds): string {
  return `from ${rfc3339(seconds - GRACE_SECONDS)} on (${claim} less ${GRACE_SECONDS} s of grace)`;
}

/** ECMAScript's dates end in the year 275760; a claim may lie behind that and is then shown as the number it is. */
function rfc3339(seconds: number): string {
  return Math.abs(seconds) > 8.64e12 ? `second ${seconds}` : toRfc3339(fromEpochSeconds(seconds as EpochSeconds));
}
