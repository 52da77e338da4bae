/**
 * What `irsa-sim test` found, as its views see it, and the shape of its JSON.
 * @see design, "The command line"
 */
import type { Step } from "../names/step.js";
import type { ExpectationResult, Failure, StepOutcome, Warning } from "./run-report.js";
import type { SourceReference } from "./trace-event.js";

/** The first step that came out otherwise than in the scenario's base. */
export interface Deviation {
  readonly step: Step;
  readonly title: string;
  /** The base's name. */
  readonly base: string;
  readonly inBase: StepOutcome;
  readonly here: StepOutcome;
}

/** One scenario that was tested. */
export interface ScenarioResult {
  readonly name: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** Where its `expect` stands. */
  readonly expectFrom: SourceReference | null;
  /** `invalid`: its files have faults, so that nothing was run; `exceeded`: it cost more than a run may, and was stopped. */
  readonly outcome: "passed" | "failed" | "invalid" | "exceeded";
  /** What became of steps 0 to 9. */
  readonly steps: readonly StepOutcome[];
  /** Line by line of `expect`, then line by line of what the fix expects; the first of those says whether the fix helps. Of an invalid scenario its files' faults. */
  readonly expectations: readonly ExpectationResult[];
  /** What was refused; a refusal that was expected is no fault. */
  readonly failure: Failure | null;
  readonly warnings: readonly Warning[];
  /** `null` when the scenario passed or has no base. */
  readonly deviation: Deviation | null;
  /** Wall time. */
  readonly durationMs: number;
}

/** All scenarios that were selected. */
export interface TestReport {
  readonly schema: "irsa-sim/test/v1";
  readonly seed: string;
  readonly network: "memory" | "loopback";
  readonly passed: number;
  /** Including those that exceeded their budget. */
  readonly failed: number;
  /** Whose files have faults. */
  readonly invalid: number;
  /** Not run, because an earlier one failed and `--fail-fast` was asked for. */
  readonly skipped: number;
  readonly durationMs: number;
  /** In the order in which they were selected. */
  readonly scenarios: readonly ScenarioResult[];
}
