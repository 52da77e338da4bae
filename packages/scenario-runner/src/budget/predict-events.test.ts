import { epochMillis } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { predictEvents } from "./predict-events.js";
import { roundUp } from "./round-up.js";

test.each<{ readonly name: string; readonly from: readonly [number, number]; readonly to: readonly [number, number]; readonly coming: number | null }>([
  { name: "the rate goes on", from: [0, 0], to: [1000, 2000], coming: 20_000 },
  { name: "what came before counts once", from: [1000, 5000], to: [2000, 6000], coming: 14_000 },
  { name: "too few to tell", from: [0, 0], to: [1000, 999], coming: null },
  { name: "no time has passed", from: [1000, 0], to: [1000, 5000], coming: null },
])("$name", ({ from, to, coming }) => {
  const count = ([at, events]: readonly [number, number]) => ({ at: epochMillis(at), events });
  expect(predictEvents(count(from), count(to), epochMillis(10_000))).toBe(coming);
});

test.each([
  [0, 0],
  [1, 1],
  [9.5, 10],
  [100, 100],
  [101, 110],
  [1_907_141, 2_000_000],
])("%d becomes %d", (value, rounded) => {
  expect(roundUp(value)).toBe(rounded);
});
