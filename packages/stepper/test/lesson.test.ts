import { describe, expect, test } from "vitest";
import { isBlind } from "../src/lesson/is-blind.js";
import { causeChoices } from "../src/lesson/lesson-choices.js";
import { parseAnswer } from "../src/lesson/parse-answer.js";
import { scorePrediction } from "../src/lesson/score-prediction.js";
import { openState } from "../src/state/open-state.js";
import { positionsOf } from "../src/state/positions-of.js";
import { playCase } from "./play-case.js";
import { press } from "./press.js";

const REFUSED = await playCase("trust-sub-mismatch");
const WIDE = await playCase("trust-too-wide");
const BASIC = await playCase("basic");
const asked = openState(REFUSED, { asLesson: true });

describe("points", () => {
  test.each([
    { name: "all right", played: REFUSED, step: 7, cause: "trust-sub-mismatch", hints: 0, points: 5 },
    { name: "the step alone", played: REFUSED, step: 7, cause: "role-missing", hints: 0, points: 2 },
    { name: "the cause alone", played: REFUSED, step: 6, cause: "trust-sub-mismatch", hints: 0, points: 3 },
    { name: "a hint costs one", played: REFUSED, step: 7, cause: "trust-sub-mismatch", hints: 2, points: 3 },
    { name: "never less than none", played: REFUSED, step: 1, cause: null, hints: 4, points: 0 },
    { name: "no refusal, and what it is warned of", played: WIDE, step: null, cause: "trust-too-wide", hints: 0, points: 5 },
    { name: "nothing is wrong", played: BASIC, step: null, cause: null, hints: 0, points: 5 },
  ] as const)("$name", ({ played, step, cause, hints, points }) => {
    expect(scorePrediction({ step, cause }, hints, played.story.report).points).toBe(points);
  });

  test("who gives up gets none", () => {
    expect(scorePrediction(null, 0, BASIC.story.report)).toEqual({ stepIsRight: false, causeIsRight: false, points: 0, of: 5 });
  });
});

test("hints come one at a time, then there are no more", () => {
  expect(press(asked, "h").state.lesson.hints).toBe(1);
  expect(press(asked, "h", "h").state.notice).toBe("there are no more hints");
});

test("until the prediction only what the developer wrote can be seen, and nothing can be played again", () => {
  const { state } = press(asked, "escape");
  expect(isBlind(state)).toBe(true);
  expect([...new Set(positionsOf(state).map(({ arrow }) => arrow?.from))]).toEqual(["developer"]);
  for (const key of ["x", "f", "s", "/", "!", "7"]) expect(press(state, key), key).toMatchObject({ effect: null, state: { overlay: null, notice: /hidden/ } });
});

test("from the question over both predictions to the answer and the refusal", () => {
  const right = causeChoices(asked).find(({ value }) => value === "trust-sub-mismatch")?.key ?? "";
  const told = press(asked, "enter", "7", right).state;
  expect(told).toMatchObject({ lesson: { phase: "revealed" }, score: { points: 5 } });
  const walking = press(told, "enter").state;
  expect(positionsOf(walking)[walking.index]).toMatchObject({ step: 7, isRefusal: true });
});

test("the causes to choose from have the right one, once, and are the same each time", () => {
  const ids = causeChoices(asked).map(({ value }) => value);
  expect(ids.filter((id) => id === "trust-sub-mismatch")).toHaveLength(1);
  expect(causeChoices(openState(REFUSED)).map(({ value }) => value)).toEqual(ids);
  expect(ids).toHaveLength(6);
});

test("only a series has a next lesson", () => {
  const answered = ["enter", "7", "1", "N"];
  expect(press(asked, ...answered).state.notice).toMatch(/^there is no next lesson/);
  expect(press(openState(REFUSED, { asLesson: true, series: { number: 1, of: 2, points: 0 } }), ...answered).effect).toEqual({ kind: "next-lesson" });
});

test.each([
  { line: " hint ", answer: { kind: "hint" } },
  { line: "skip", answer: { kind: "skip" } },
  { line: "7 trust-sub-mismatch", answer: { kind: "prediction", prediction: { step: 7, cause: "trust-sub-mismatch" } } },
  { line: "none trust-too-wide", answer: { kind: "prediction", prediction: { step: null, cause: "trust-too-wide" } } },
  { line: "none", answer: { kind: "prediction", prediction: { step: null, cause: null } } },
  { line: "10 role-missing", answer: null },
  { line: "7 a b", answer: null },
  { line: "7 <script>", answer: null },
  { line: "", answer: null },
])("the answer $line", ({ line, answer }) => {
  expect(parseAnswer(line)).toEqual(answer);
});
