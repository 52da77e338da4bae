import type { Step } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { decideMove } from "./step-moves.js";

test.each<{ readonly name: string; readonly from: Step; readonly key: string; readonly to: number | "quit" | "stay" }>([
  ...["", "right", "down", "pagedown"].map((key) => ({ name: `${key || "enter"}: next`, from: 4, key, to: 5 }) as const),
  ...["b", "left", "up", "pageup"].map((key) => ({ name: `${key}: back`, from: 4, key, to: 3 }) as const),
  { name: "back from the first", from: 0, key: "left", to: "stay" },
  { name: "next from the last ends", from: 9, key: "right", to: "quit" },
  { name: "a digit jumps", from: 0, key: "7", to: 7 },
  { name: "home", from: 5, key: "home", to: 0 },
  { name: "end", from: 5, key: "end", to: 9 },
  { name: "q quits", from: 5, key: "q", to: "quit" },
  { name: "escape quits", from: 5, key: "escape", to: "quit" },
  { name: "a key without a meaning", from: 5, key: "f5", to: "stay" },
])("$name", ({ from, key, to }) => {
  const move = decideMove({ step: from, messages: false }, key);
  expect(typeof move === "string" ? move : move.step).toBe(to);
});

test("i turns the whole messages on and off, and another step begins without", () => {
  const shown = decideMove({ step: 6, messages: false }, "i");
  expect(shown).toEqual({ step: 6, messages: true });
  expect(decideMove({ step: 6, messages: true }, "i")).toEqual({ step: 6, messages: false });
  expect(decideMove({ step: 6, messages: true }, "right")).toEqual({ step: 7, messages: false });
});
