import fc from "fast-check";
import { expect, test } from "vitest";
import wrapAnsi from "wrap-ansi";
import { wrapLine } from "./wrap-line.js";

test("plain text wraps as any text does", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "-", '"', "~", "…", "·", "─", "→"), maxLength: 60 });
  const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 40 }), (text, columns) => {
      expect(wrapLine(text, columns)).toEqual(wrapAnsi(text, columns, { hard: true, trim: false }).split("\n"));
    }),
    { numRuns: 1000 },
  );
});

test("colours and wide characters take the room that they take", () => {
  expect(wrapLine("\u001B[31mab\u001B[39m 你好", 4)).toEqual(["\u001B[31mab\u001B[39m ", "你好"]);
});
