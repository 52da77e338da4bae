import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PANES } from "../src/state/panes.js";
import { positionsOf } from "../src/state/positions-of.js";
import type { StepperState } from "../src/state/stepper-state.js";
import { openCase } from "./play-case.js";
import { press } from "./press.js";

const BASIC = await openCase("basic");
const REFUSED = await openCase("trust-sub-mismatch");
const stepAt = (state: StepperState) => positionsOf(state)[state.index]?.step;

describe("walking", () => {
  test.each([
    { name: "on, by each key", keys: ["enter", "space", "right", "pagedown"], index: 4 },
    { name: "on and back, by each key", keys: ["End", "end", "left", "pageup", "backspace", "b"], index: 13 },
    { name: "to a step", keys: ["4"], step: 4 },
    { name: "by whole steps", keys: ["n", "shift-right", "n"], step: 3 },
    { name: "from within a step to its beginning", keys: ["1", "right", "p"], index: 5 },
    { name: "and from there to the step before", keys: ["2", "p"], step: 1 },
    { name: "Home", keys: ["9", "home"], index: 0 },
  ])("$name", ({ keys, index, step }) => {
    const { state } = press(BASIC, ...keys);
    if (index !== undefined) expect(state.index).toBe(index);
    if (step !== undefined) expect(stepAt(state)).toBe(step);
  });

  test("whole steps backwards visit each step once", () => {
    let state = press(BASIC, "end").state;
    const visited = [stepAt(state)];
    while (state.index > 0) {
      state = press(state, "p").state;
      visited.push(stepAt(state));
    }
    expect(visited).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  test("! goes to the refusal, in the step that refuses", () => {
    const { state } = press(REFUSED, "!");
    expect([stepAt(state), positionsOf(state)[state.index]?.isRefusal]).toEqual([7, true]);
  });

  test("the other order keeps the place", () => {
    const inTime = press(press(BASIC, "2", "right").state, "o").state;
    expect(positionsOf(inTime)[inTime.index]?.arrow?.name).toBe("GetConfigMap");
    expect(press(inTime, "o").state.index).toBe(press(BASIC, "2", "right").state.index);
  });
});

describe("looking", () => {
  test.each(PANES)("$key opens $title", ({ key, name }) => {
    expect(press(BASIC, key).state.pane).toBe(name);
  });

  test("Tab goes round", () => {
    expect(press(BASIC, ...PANES.map(() => "tab")).state.pane).toBe(BASIC.pane);
    expect(press(BASIC, "tab", "shift-tab").state.pane).toBe(BASIC.pane);
  });

  test("the pane scrolls as far as it has lines, and another place begins at its top", () => {
    expect(press(BASIC, "down", "down", "up").state.scroll).toBe(1);
    expect(press(BASIC, ...Array.from({ length: 40 }, () => "down")).state).toMatchObject({ scroll: 20, notice: "this is its end" });
    expect(press(BASIC, "down", "right").state.scroll).toBe(0);
  });
});

test.each([
  { name: "back from the first", keys: ["left"], notice: "this is the first message" },
  { name: "on from the last", keys: ["end", "right"], notice: "this is the last message; Home goes back to the first, q quits" },
  { name: "to a refusal where none is", keys: ["!"], notice: "nothing was refused here" },
  { name: "a letter", keys: ["z"], notice: '"z" does nothing here; ? shows the keys' },
  { name: "a function key", keys: ["unknown"], notice: "this key does nothing here; ? shows the keys" },
  { name: "Escape, which closes what is open", keys: ["escape"], notice: "Escape does nothing here; ? shows the keys" },
  { name: "a fix that there is not", keys: ["f"], notice: "this scenario has no fix: it succeeds, or teaches something else" },
  { name: "undo without a change", keys: ["u"], notice: "nothing was changed" },
  { name: "over a text", keys: ["?", "z"], notice: '"z" does nothing here; Esc goes back' },
])("a key that does nothing says so: $name", ({ keys, notice }) => {
  expect(press(BASIC, ...keys)).toMatchObject({ state: { notice }, effect: null });
});

test.each([
  { name: "q", state: BASIC, keys: ["q"], effect: { kind: "quit" } },
  { name: "Ctrl-C, even in a list", state: BASIC, keys: ["x", "ctrl-c"], effect: { kind: "quit" } },
  { name: "the fix", state: REFUSED, keys: ["f"], effect: { kind: "play", change: { kind: "fix" } } },
  { name: "breaking something", state: BASIC, keys: ["x", "down", "enter"], effect: { kind: "play", change: { kind: "break", id: "sts" } } },
  { name: "editing a document", state: BASIC, keys: ["x", ..."edit", "enter"], effect: { kind: "play", change: { kind: "edit", id: "/basic/pod.yaml" } } },
])("what is to be done: $name", ({ state, keys, effect }) => {
  expect(press(state, ...keys).effect).toEqual(effect);
});

test("a search goes to the place and the pane at which the text is shown", () => {
  const { state } = press(REFUSED, "/", ..."serviceaccount:prod", "enter");
  expect([stepAt(state), state.pane, state.overlay]).toEqual([0, "message", null]);
});

test("a search shows no secret", () => {
  const credentials = JSON.stringify(BASIC.played.story.report.events).match(/<SecretAccessKey>([^<]+)/)?.[1] ?? "";
  expect(credentials.length).toBeGreaterThan(20);
  const { state } = press(BASIC, "/", ...credentials.slice(8, 20), "enter");
  expect(state.notice).toBe("nothing is chosen; Backspace takes back what was typed");
});

test("whatever is pressed, there is a place to stand at, or the stepper ends", () => {
  const keys = fc.array(
    fc.oneof(
      fc.constantFrom(
        "right",
        "left",
        "n",
        "p",
        "!",
        "o",
        "x",
        "/",
        "?",
        "s",
        "l",
        "h",
        "enter",
        "escape",
        "down",
        "up",
        "tab",
        "7",
        "-",
        "home",
        "end",
        "f",
        "u",
      ),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(fc.constantFrom(BASIC, REFUSED), keys, (opened, pressed) => {
      const { state } = press(opened, ...pressed);
      expect(positionsOf(state)[state.index]).toBeDefined();
    }),
    { numRuns: 60 },
  );
});
