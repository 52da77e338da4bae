import { expect, test } from "vitest";
import { listChanges } from "./list-changes.js";

test.each([
  { name: "a value", before: { a: { b: 1, c: 2 } }, after: { a: { b: 1, c: 3 } }, changes: [{ place: ["a", "c"], before: ["2"], after: ["3"] }] },
  { name: "a member that goes", before: { a: { b: "x", c: 2 } }, after: { a: { b: "x" } }, changes: [{ place: ["a"], before: ["c: 2"], after: [] }] },
  { name: "a member under another name", before: { a: { b: "x" } }, after: { a: { c: "y" } }, changes: [{ place: ["a"], before: ["b: x"], after: ["c: y"] }] },
  { name: "an item of a list", before: [{ a: 1 }], after: [{ a: 2 }], changes: [{ place: ["0", "a"], before: ["1"], after: ["2"] }] },
  { name: "a longer list", before: { l: [] }, after: { l: ["x"] }, changes: [{ place: ["l"], before: ["[]"], after: ['["x"]'] }] },
  { name: "nothing", before: { a: [1] }, after: { a: [1] }, changes: [] },
])("$name", ({ before, after, changes }) => {
  expect(listChanges(before, after)).toEqual(changes);
});
