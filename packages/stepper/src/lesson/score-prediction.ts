import type { RunReport } from "@irsa-sim/core";
import type { Prediction } from "./lesson-state.js";
import { truthOf } from "./truth-of.js";

const STEP_POINTS = 2;
const CAUSE_POINTS = 3;

/** What a prediction was worth. */
export interface LessonScore {
  readonly stepIsRight: boolean;
  readonly causeIsRight: boolean;
  /** Two for the step and three for the cause, one less for each hint, at least none. */
  readonly points: number;
  readonly of: number;
}

/**
 * Compares a prediction with what the run did. Where several things are wrong, each of them counts as its cause.
 *
 * @param prediction `null` for somebody who gave up
 */
export function scorePrediction(prediction: Prediction | null, hints: number, report: Pick<RunReport, "failure" | "warnings">): LessonScore {
  const truth = truthOf(report);
  const causes = report.failure === null ? report.warnings.map(({ cause }) => cause) : [truth.cause ?? ""].filter(Boolean);
  const stepIsRight = prediction !== null && prediction.step === truth.step;
  const causeIsRight = prediction !== null && (causes.length === 0 ? prediction.cause === null : causes.includes(prediction.cause ?? ""));
  const points = (stepIsRight ? STEP_POINTS : 0) + (causeIsRight ? CAUSE_POINTS : 0);
  return { stepIsRight, causeIsRight, points: Math.max(points - hints, 0), of: STEP_POINTS + CAUSE_POINTS };
}
