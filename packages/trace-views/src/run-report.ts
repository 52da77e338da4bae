/** The views' input: a run as data. */
export type { EvidenceResult, ExpectationResult, Failure, RunReport, StepOutcome, StepReport } from "@irsa-sim/core";
