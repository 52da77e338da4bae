import type { StepperState } from "../state/stepper-state.js";

/** Whether the viewer is asked to predict how the run ends, so that the screen must not tell. */
export function isBlind({ lesson: { phase } }: Pick<StepperState, "lesson">): boolean {
  return phase !== "idle" && phase !== "revealed";
}
