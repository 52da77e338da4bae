import { expect, test } from "vitest";
import { mergePatchBetween } from "./merge-patch-between.js";

test.each([
  { name: "the same file", last: { a: 1 }, next: { a: 1 }, patch: { a: 1 } },
  { name: "a value that changed", last: { a: { b: 1 } }, next: { a: { b: 2 } }, patch: { a: { b: 2 } } },
  { name: "a member that the file no longer has", last: { a: { b: 1, c: 2 } }, next: { a: { b: 1 } }, patch: { a: { b: 1, c: null } } },
  { name: "a whole branch", last: { a: { b: 1 }, c: 1 }, next: { c: 1 }, patch: { c: 1, a: null } },
  { name: "lists count as one value", last: { a: [1, 2] }, next: { a: [1] }, patch: { a: [1] } },
])("$name", ({ last, next, patch }) => {
  expect(mergePatchBetween(last, next)).toEqual(patch);
});
