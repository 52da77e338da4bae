import type { RunReport, TraceEvent } from "@irsa-sim/core";

/** What is new in a run that goes on, as who serves the page tells it: in JSON, with events as `toJson` writes them. */
export interface ReportChange {
  /** Whether all is told anew, and what was told before counts no more. */
  readonly isWhole: boolean;
  /** What is said of the run besides its events, as far as it is another than before. */
  readonly report: Partial<Omit<RunReport, "events">>;
  /** New ones, and exchanges that have ended since; in the order of `seq`. */
  readonly events: readonly TraceEvent[];
  /** The first and the last `seq` of each stretch of events that the run has now; others are gone. */
  readonly kept: readonly (readonly [first: number, last: number])[];
}
