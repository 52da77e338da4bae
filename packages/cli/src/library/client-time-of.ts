import type { Clock } from "@irsa-sim/core";
import type { ClientTime } from "@irsa-sim/live";

/** The time of a client in this process, whose clock is the host's, or what a test has put in its place. */
export function clientTimeOf(clock: Clock): ClientTime {
  const now = Date.now();
  return { now, aheadMs: clock.now() - now, timeScale: 1 };
}
