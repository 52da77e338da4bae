import { expect, test } from "vitest";
import { decideWatch, type WatchState } from "./decide-watch.js";

const START: WatchState = { selection: "all", typing: null };

test.each<{ readonly name: string; readonly keys: readonly string[]; readonly selection: WatchState["selection"]; readonly move: string }>([
  { name: "Enter: the same again", keys: [""], selection: "all", move: "run" },
  { name: "f: those that failed", keys: ["f"], selection: "failed", move: "run" },
  { name: "a: all again", keys: ["f", "a"], selection: "all", move: "run" },
  { name: "q: the end", keys: ["q"], selection: "all", move: "quit" },
  { name: "another key: nothing", keys: ["x"], selection: "all", move: "wait" },
  { name: "p: nothing before the pattern ends", keys: ["p", "q"], selection: "all", move: "wait" },
  { name: "p: a pattern in which q is a letter", keys: ["p", "q", "a", ""], selection: { pattern: "qa" }, move: "run" },
  { name: "p: a letter taken back", keys: ["p", "a", "b", "backspace", ""], selection: { pattern: "a" }, move: "run" },
  { name: "p: Escape drops it", keys: ["p", "a", "escape", ""], selection: "all", move: "run" },
  { name: "p: an arrow is no letter", keys: ["p", "a", "left", ""], selection: { pattern: "a" }, move: "run" },
  { name: "p: an empty pattern is all", keys: ["f", "p", ""], selection: "all", move: "run" },
])("$name", ({ keys, selection, move }) => {
  const decided = keys.reduce<ReturnType<typeof decideWatch>>(({ state }, key) => decideWatch(state, key), { state: START, move: "wait" });
  expect([decided.state.selection, decided.move]).toEqual([selection, move]);
});
