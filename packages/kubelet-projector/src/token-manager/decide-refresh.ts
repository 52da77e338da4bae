/** When a token is due for replacement (kubernetes-tokens.md, section 5.3). The JWT itself is never looked at. */
import { addMillis, type EpochMillis, type Random } from "@irsa-sim/core";

const MAX_AGE_MS = 86_400_000;
const REMAINING_PERCENT = 20;
const MAX_JITTER_SECONDS = 9;

/** What the API server's answer said of the token. */
export interface TokenLifetime {
  /** `spec.expirationSeconds` of the response. */
  readonly expirationSeconds: number;
  /** `status.expirationTimestamp` of the response. */
  readonly expiresAt: EpochMillis;
}

/** Why a token is replaced, or that it is not. */
export type RefreshDecision = "fresh" | "older-than-24-hours" | "past-80-percent";

/**
 * Decides whether a token is past its refresh point; at the very point it is not.
 *
 * @param jitterSeconds whole, 0 to 9, drawn anew for each decision
 * @example decideRefresh({ expirationSeconds: 600, expiresAt }, now, 0) // "past-80-percent" from 480 s of age on
 */
export function decideRefresh(token: TokenLifetime, now: EpochMillis, jitterSeconds: number): RefreshDecision {
  const { dayOld, past80Percent } = refreshPoints(token, jitterSeconds);
  if (now > dayOld) return "older-than-24-hours";
  return now > past80Percent ? "past-80-percent" : "fresh";
}

/** The last instant at which a token is fresh whatever the jitter. */
export function freshUntil(token: TokenLifetime): EpochMillis {
  const { dayOld, past80Percent } = refreshPoints(token, MAX_JITTER_SECONDS);
  return Math.min(dayOld, past80Percent) as EpochMillis;
}

/** Draws the jitter of one decision, in whole seconds. */
export function drawJitterSeconds(random: Pick<Random, "integer">): number {
  return random.integer(0, MAX_JITTER_SECONDS);
}

function refreshPoints({ expirationSeconds, expiresAt }: TokenLifetime, jitterSeconds: number) {
  const issuedAt = addMillis(expiresAt, -expirationSeconds * 1000);
  const remainingSeconds = Math.floor((expirationSeconds * REMAINING_PERCENT) / 100);
  return {
    dayOld: addMillis(issuedAt, MAX_AGE_MS - jitterSeconds * 1000),
    past80Percent: addMillis(expiresAt, -(remainingSeconds + jitterSeconds) * 1000),
  };
}
