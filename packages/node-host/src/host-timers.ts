/** The host's time, as a wall clock needs it. */
export interface HostTimers {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `wake` once, `delayMs` milliseconds from now; the result takes the call back. */
  schedule(delayMs: number, wake: () => void): () => void;
}

/** The timers of Node. */
export const hostTimers: HostTimers = {
  now: () => Date.now(),
  schedule(delayMs, wake) {
    const timer = setTimeout(wake, delayMs);
    return () => clearTimeout(timer);
  },
};
