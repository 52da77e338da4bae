import fc from "fast-check";
import { expect, test } from "vitest";
import { markDifference } from "./mark-difference.js";

test.each([
  { name: "a part in the middle", values: ["a:prod:x", "a:default:x"], marked: ["a:", "prod", "default", ":x"] },
  { name: "whole parts, not letters", values: ["sa:reader", "sa:render"], marked: ["sa:", "reader", "render", ""] },
  { name: "something more at the end", values: ["https://a.example/id", "https://a.example/id/"], marked: ["https://a.example/id", "", "/", ""] },
  { name: "nothing in common", values: ["signed by a known key", "no signature"], marked: ["", "signed by a known key", "no signature", ""] },
  { name: "the same", values: ["a", "a"], marked: ["a", "", "", ""] },
  { name: "nothing on one side", values: ["a", ""], marked: ["", "a", "", ""] },
] as const)("$name", ({ values: [expected, actual], marked: [before, wanted, found, after] }) => {
  expect(markDifference(expected, actual)).toEqual({ before, expected: wanted, actual: found, after });
});

test("nothing of either value is lost", () => {
  const value = fc.stringMatching(/^[ab:/. ]{0,12}$/);
  fc.assert(
    fc.property(value, value, (a, b) => {
      const { before, expected, actual, after } = markDifference(a, b);
      expect([before + expected + after, before + actual + after]).toEqual([a, b]);
    }),
  );
});
