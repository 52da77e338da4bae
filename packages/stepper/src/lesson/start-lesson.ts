import type { LessonState } from "./lesson-state.js";

/** A lesson that nobody has begun. */
export function startLesson(): LessonState {
  return { phase: "idle", hints: 0, chosen: 0, prediction: { step: null, cause: null } };
}
