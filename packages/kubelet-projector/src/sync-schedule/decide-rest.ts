import type { EpochMillis } from "@irsa-sim/core";
import { freshUntil, type TokenLifetime } from "../token-manager/decide-refresh.js";

/** A stretch in which looks at a pod find nothing to do. */
export interface Rest {
  /** The last instant of it. */
  readonly until: EpochMillis;
  /** How many tokens each look draws a jitter for. */
  readonly jitters: number;
}

/**
 * Decides for how long a pod whose volumes are as they should be can be left alone.
 *
 * @param tokens of each source that shows one; `null` for one that is not cached
 * @returns `null` when already the next look may have something to do
 */
export function decideRest(tokens: readonly (TokenLifetime | null)[]): Rest | null {
  const until = tokens.map((token) => (token === null ? Number.NEGATIVE_INFINITY : freshUntil(token)));
  return until.includes(Number.NEGATIVE_INFINITY) ? null : { until: Math.min(...until) as EpochMillis, jitters: tokens.length };
}
