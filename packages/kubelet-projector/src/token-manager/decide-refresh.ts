/** When a token is due for replacement (kubernetes-tokens.md, section 5.3). The JWT itself is never looked at. */
import { addMillis, type EpochMillis } from "@irsa-sim/core";

const MAX_AGE_MS = 86_400_000;
const REMAINING_PERCENT = 20;

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
  const jitterMs = jitterSeconds * 1000;
  const issuedAt = addMillis(token.expiresAt, -token.expirationSeconds * 1000);
  if (now > issuedAt + MAX_AGE_MS - jitterMs) return "older-than-24-hours";
  const remainingSeconds = Math.floor((token.expirationSeconds * REMAINING_PERCENT) / 100);
  return now > token.expiresAt - remainingSeconds * 1000 - jitterMs ? "past-80-percent" : "fresh";
}
