import type { RunReport, Step, StepReport, TraceEvent } from "@irsa-sim/core";
import type { Arrow } from "../arrow.js";

/** What a step's outcome is decided from: the story's view, and what of it belongs to the step. */
export interface StepView {
  readonly report: RunReport;
  readonly step: Step;
  readonly definition: StepReport;
  /** Of the story's whole view, in order. */
  readonly events: readonly TraceEvent[];
  /** Of this step. */
  readonly own: readonly TraceEvent[];
  readonly arrows: readonly Arrow[];
  /** All of the story's view, whichever step they belong to. */
  readonly allArrows: readonly Arrow[];
  /** Whether the refusal that ended the run met this story. */
  readonly isRefused: boolean;
}
