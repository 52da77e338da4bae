import { expect, test } from "vitest";
import { pathAt } from "./path-at.js";

test.each([
  { name: "at the top", text: "ti", place: { path: [], word: "ti", isValue: false } },
  { name: "in an object", text: "aws:\n  ro", place: { path: ["aws"], word: "ro", isValue: false } },
  { name: "two deep", text: "cluster:\n  network:\n    int", place: { path: ["cluster", "network"], word: "int", isValue: false } },
  { name: "behind a sibling", text: "cluster:\n  name: demo\n  re", place: { path: ["cluster"], word: "re", isValue: false } },
  { name: "behind a deeper sibling", text: "aws:\n  roles:\n    a:\n      x: 1\n  acc", place: { path: ["aws"], word: "acc", isValue: false } },
  { name: "in a list", text: "timeline:\n  - ca", place: { path: ["timeline", "-"], word: "ca", isValue: false } },
  { name: "in an item's object", text: "timeline:\n  - call:\n      po", place: { path: ["timeline", "-", "call"], word: "po", isValue: false } },
  { name: "a value", text: "expect:\n  outcome: ref", place: { path: ["expect", "outcome"], word: "ref", isValue: true } },
  { name: "past a comment and an empty line", text: "aws:\n\n# no\n  ro", place: { path: ["aws"], word: "ro", isValue: false } },
])("$name", ({ text, place }) => {
  expect(pathAt(text, text.length)).toEqual({ ...place, isQuoted: false });
});
