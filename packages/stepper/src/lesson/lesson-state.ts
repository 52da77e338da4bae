import type { Step } from "@irsa-sim/core";

/** How far a viewer is with a lesson. */
export interface LessonState {
  /** `asked` reads the question, `step` and `cause` predict, `revealed` knows; `idle` has not begun. */
  readonly phase: "idle" | "asked" | "step" | "cause" | "revealed";
  /** How many hints were shown. */
  readonly hints: number;
  /** The entry that is chosen in the list of the phase. */
  readonly chosen: number;
  readonly prediction: Prediction;
}

/** What a viewer expects of a run. `null`: nothing is refused, nothing is wrong. */
export interface Prediction {
  readonly step: Step | null;
  readonly cause: string | null;
}
