import type { EpochMillis } from "@irsa-sim/core";

/** Whoever renews credentials but lost the race, by clock skew or by trying again, is here again within the quarter of an hour that a signature lasts. */
const ALWAYS_REMEMBERED_MS = 60 * 60 * 1000;

/** And who never renews them comes for as long as it runs: over a month for a pod with an hourly session, two days for twenty. */
export const REMEMBERED_SESSIONS = 1000;

interface Ending {
  readonly accessKeyId: string;
  readonly expiresAt: EpochMillis;
}

/**
 * The sessions that need not be remembered any longer: of those that expired more than an hour ago all but the thousand that expired last.
 *
 * @returns their access key ids
 */
export function findForgettable(sessions: Iterable<Ending>, now: EpochMillis): readonly string[] {
  const longOver = [...sessions].filter(({ expiresAt }) => now - expiresAt > ALWAYS_REMEMBERED_MS);
  const latestFirst = longOver.sort((a, b) => b.expiresAt - a.expiresAt);
  return latestFirst.slice(REMEMBERED_SESSIONS).map(({ accessKeyId }) => accessKeyId);
}
