import { type EpochMillis, epochMillis } from "@irsa-sim/core";

/** What a run follows from, beside its scenario. */
export interface Conditions {
  /** Ids and jitter follow from it. */
  readonly seed: string;
  readonly startAt: EpochMillis;
}

/** As the command's defaults, so that page and command write the same trace. */
export const DEFAULT_CONDITIONS: Conditions = { seed: "1", startAt: epochMillis(Date.UTC(2026, 0, 5, 9)) };
