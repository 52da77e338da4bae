import type { Decision } from "../state/decision.js";
import { positionsOf } from "../state/positions-of.js";
import type { StepperState } from "../state/stepper-state.js";
import { causeChoices, type LessonChoice, stepChoices } from "./lesson-choices.js";
import type { LessonState } from "./lesson-state.js";
import { scorePrediction } from "./score-prediction.js";

/** Decides what a key does while the lesson lies over the pane. */
export function decideLessonKey(state: StepperState, key: string): Decision {
  const { phase } = state.lesson;
  if (phase === "step")
    return decideChoiceKey(state, key, stepChoices(state), (step) => ({ phase: "cause", prediction: { ...state.lesson.prediction, step } }));
  if (phase === "cause")
    return revealed(decideChoiceKey(state, key, causeChoices(state), (cause) => ({ phase: "revealed", prediction: { ...state.lesson.prediction, cause } })));
  if (key === "q") return { state, effect: { kind: "quit" } };
  return phase === "revealed" ? decideRevealedKey(state, key) : decideQuestionKey(state, key);
}

/** The points are counted once, when the answer is shown. */
function revealed(decision: Decision): Decision {
  const { lesson, played } = decision.state;
  if (lesson.phase !== "revealed") return decision;
  return { ...decision, state: { ...decision.state, score: scorePrediction(lesson.prediction, lesson.hints, played.story.report) } };
}

function decideQuestionKey(state: StepperState, key: string): Decision {
  const hints = state.played.lesson?.hints.length ?? 0;
  if (key === "h" || key === "H") {
    if (state.lesson.hints < hints) return inLesson(state, { hints: state.lesson.hints + 1 });
    return said(state, hints === 0 ? "this lesson has no hints" : "there are no more hints");
  }
  if (key === "enter" || key === "space" || key === "pagedown" || key === "right") return inLesson(state, { phase: "step", chosen: 0 });
  if (key === "escape" || key === "l")
    return { state: { ...state, overlay: null, notice: "look at what was written; l goes back to the question" }, effect: null };
  return said(state, "h shows a hint, Enter predicts, Esc looks at what was written, q quits");
}

function decideRevealedKey(state: StepperState, key: string): Decision {
  if (key === "N" || key === "n") {
    if (state.series === null) return said(state, "there is no next lesson: irsa-sim lesson TAG plays a series");
    return { state, effect: { kind: "next-lesson" } };
  }
  if (key === "enter" || key === "space" || key === "escape" || key === "l" || key === "right" || key === "pagedown")
    return { state: atRefusal(state), effect: null };
  return said(state, state.series === null ? "Enter walks through it, q quits" : "Enter walks through it, N goes to the next lesson, q quits");
}

/** Where the answer can be seen; now that all may be seen there are other places. */
function atRefusal(state: StepperState): StepperState {
  const index = positionsOf(state).findLastIndex(({ isRefusal }) => isRefusal);
  return { ...state, overlay: null, pane: index === -1 ? "why" : "checks", index: Math.max(index, 0), scroll: 0 };
}

function decideChoiceKey<Value>(
  state: StepperState,
  key: string,
  choices: readonly LessonChoice<Value>[],
  take: (value: Value | null) => Partial<LessonState>,
): Decision {
  const { chosen } = state.lesson;
  if (key === "down" || key === "tab") return inLesson(state, { chosen: Math.min(chosen + 1, choices.length - 1) });
  if (key === "up" || key === "shift-tab") return inLesson(state, { chosen: Math.max(chosen - 1, 0) });
  if (key === "escape" || key === "left" || key === "backspace" || key === "pageup") return inLesson(state, { phase: "asked", chosen: 0 });
  const typed = choices.find((choice) => choice.key === key) ?? (key === "enter" || key === "pagedown" ? choices[chosen] : undefined);
  if (typed === undefined) return said(state, "arrows choose, Enter takes, Esc goes back to the question");
  return inLesson(state, { chosen: 0, ...take(typed.value) });
}

function inLesson(state: StepperState, changed: Partial<LessonState>): Decision {
  return { state: { ...state, lesson: { ...state.lesson, ...changed } }, effect: null };
}

function said(state: StepperState, notice: string): Decision {
  return { state: { ...state, notice }, effect: null };
}
