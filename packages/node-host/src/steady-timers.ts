import type { HostTimers } from "./host-timers.js";

/**
 * Timers whose time never goes back: when the host's clock is set back, theirs goes on from where it was. Else tokens would be replaced late by as much, and
 * what happened later would stand earlier in the trace.
 *
 * @example createSteadyTimers(hostTimers).now()
 */
export function createSteadyTimers(timers: HostTimers): HostTimers {
  let latest = timers.now();
  let setBackMs = 0;
  return {
    now() {
      const now = timers.now();
      setBackMs += Math.max(0, latest - now);
      latest = now;
      return now + setBackMs;
    },
    schedule: (delayMs, wake) => timers.schedule(delayMs, wake),
  };
}
