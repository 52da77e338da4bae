/** What a run may cost before it is stopped. */
export interface RunBudget {
  readonly maxEvents: number;
  /** Of real time; counts only where a meter is given. */
  readonly maxWallMs: number;
  /** Counts only where a meter is given. */
  readonly maxMemoryBytes: number;
}

/** A year of one pod, or a day of fifty that call AWS every hour, takes less than half of it. */
export const DEFAULT_BUDGET: RunBudget = { maxEvents: 500_000, maxWallMs: 300_000, maxMemoryBytes: 1024 ** 3 };
