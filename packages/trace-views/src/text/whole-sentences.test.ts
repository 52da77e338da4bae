import { expect, test } from "vitest";
import { wholeSentences } from "./whole-sentences.js";

test.each([
  { name: "all that fit", columns: 40, shown: "One is short. Is two longer? Three." },
  { name: "those that fit whole", columns: 30, shown: "One is short. Is two longer?" },
  { name: "exactly one", columns: 13, shown: "One is short." },
  { name: "not even one: a part of it", columns: 9, shown: "One is…" },
])("$name", ({ columns, shown }) => {
  expect(wholeSentences("One is short. Is two longer? Three.", columns)).toBe(shown);
});

test("a point within a word ends no sentence", () => {
  expect(wholeSentences("See sts.eu-west-1.amazonaws.com. Then go.", 33)).toBe("See sts.eu-west-1.amazonaws.com.");
});
