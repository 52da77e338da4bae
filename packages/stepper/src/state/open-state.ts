import { startLesson } from "../lesson/start-lesson.js";
import type { Played } from "./played.js";
import { positionsOf } from "./positions-of.js";
import type { Series, StepperState } from "./stepper-state.js";

/** What is shown first of a scenario: its first step, or its lesson. */
export function openState(
  played: Played,
  { asLesson = false, series = null }: { readonly asLesson?: boolean; readonly series?: Series | null } = {},
): StepperState {
  return {
    played,
    storyId: played.story.main.id,
    order: "steps",
    index: 0,
    pane: "why",
    scroll: 0,
    overlay: asLesson ? { kind: "lesson" } : null,
    notice: null,
    lesson: { ...startLesson(), phase: asLesson ? "asked" : "idle" },
    score: null,
    series,
  };
}

/** The same place in a scenario that was played again, as far as there is one. */
export function reopenState(before: StepperState, played: Played): StepperState {
  const { step } = positionsOf(before)[before.index] ?? { step: 0 };
  const storyId = played.story.stories.some(({ id }) => id === before.storyId) ? before.storyId : played.story.main.id;
  const opened = { ...before, played, storyId, overlay: null, scroll: 0 };
  return {
    ...opened,
    index: Math.max(
      0,
      positionsOf(opened).findIndex((position) => position.step === step),
    ),
  };
}
