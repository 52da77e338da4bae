/** A run in the full screen of a terminal, step by step, and its lessons. */
export { parseAnswer } from "./lesson/parse-answer.js";
export { type LessonScore, scorePrediction } from "./lesson/score-prediction.js";
export { runStepper, type StepperEnd } from "./run-stepper.js";
export type { StepperPalette } from "./screen/stepper-palette.js";
export type { Stage } from "./stage.js";
export type { Change } from "./state/change.js";
export { openState } from "./state/open-state.js";
export type { Played } from "./state/played.js";
export { openTerminal, type Terminal } from "./terminal/open-terminal.js";
