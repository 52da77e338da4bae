import type { Clock } from "@irsa-sim/core";

/** How many calls STS answers. */
export interface RateLimit {
  /** At once, after a quiet time. */
  readonly calls: number;
  /** In this time so many calls are allowed anew, evenly. */
  readonly perMs: number;
}

/** Whether one more call is within the limit; a call that is not, does not count. */
export type TakeCall = () => boolean;

/** Counts calls as a token bucket does, which is full at the start. */
export function createRateLimit({ calls, perMs }: RateLimit, clock: Clock): TakeCall {
  let left = calls;
  let countedAt = clock.now() as number;
  return () => {
    const now = clock.now() as number;
    left = Math.min(calls, left + ((now - countedAt) * calls) / perMs);
    countedAt = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
