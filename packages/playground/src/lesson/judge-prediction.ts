import type { Failure } from "@irsa-sim/core";
import type { LessonState } from "../state/lesson-state.js";

/** How right a prediction was. */
export interface PredictionVerdict {
  readonly isStepRight: boolean;
  /** `null` where no cause was asked for. */
  readonly isCauseRight: boolean | null;
}

/** Compares what the viewer predicted with how the run ended. */
export function judgePrediction({ step, cause }: Pick<LessonState, "step" | "cause">, failure: Failure | null): PredictionVerdict {
  if (failure === null) return { isStepRight: step === "none", isCauseRight: null };
  return { isStepRight: step === failure.step, isCauseRight: failure.cause === null ? null : cause === failure.cause };
}
