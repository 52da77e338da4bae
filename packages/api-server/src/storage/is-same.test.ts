import type { Json } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { isSame } from "./is-same.js";

test.each<{ readonly a: Json; readonly b: Json; readonly same: boolean }>([
  { a: { x: 1, y: { p: 1, q: 2 }, z: 3 }, b: { z: 3, y: { q: 2, p: 1 }, x: 1 }, same: true },
  { a: [{ x: 1, y: 2 }], b: [{ y: 2, x: 1 }], same: true },
  { a: [1, 2], b: [2, 1], same: false },
  { a: {}, b: [], same: false },
  { a: { x: null }, b: {}, same: false },
  { a: { x: 1 }, b: { x: "1" }, same: false },
  { a: null, b: null, same: true },
])("$a and $b", ({ a, b, same }) => {
  expect([isSame(a, b), isSame(b, a)]).toEqual([same, same]);
});
