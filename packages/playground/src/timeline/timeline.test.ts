import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDay } from "./format-day.js";
import { rowAt } from "./row-at.js";
import { spanOf } from "./span-of.js";
import { ticksOf } from "./ticks-of.js";

const MONDAY = Date.UTC(2026, 0, 5, 9);
const HOUR = 3_600_000;

test.each([
  { name: "before the first", at: 5, row: 0 },
  { name: "at one", at: 20, row: 1 },
  { name: "between two", at: 25, row: 1 },
  { name: "of several at once the last", at: 30, row: 3 },
  { name: "behind the last", at: 99, row: 3 },
])("the row of a time: $name", ({ at, row }) => {
  expect(
    rowAt(
      [10, 20, 30, 30].map((time) => ({ at: time as never })),
      at,
    ),
  ).toBe(row);
});

test("a run is as long as what lives longest in it, an hour at least", () => {
  const rows = [{ at: MONDAY as never }];
  expect(spanOf(rows, [])).toEqual({ from: MONDAY, to: MONDAY + HOUR });
  expect(spanOf(rows, [{ issuedAt: MONDAY as never, expiresAt: (MONDAY + 24 * HOUR) as never }])).toEqual({ from: MONDAY, to: MONDAY + 24 * HOUR });
});

test("between two and nine marks, from half an hour to a year", () => {
  fc.assert(
    fc.property(fc.integer({ min: HOUR / 2, max: 365 * 24 * HOUR }), (length) => {
      const ticks = ticksOf({ from: MONDAY, to: MONDAY + length });
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(ticks.at(-1)).toBeLessThanOrEqual(MONDAY + length);
    }),
  );
});

test("a moment has its day", () => {
  expect(formatDay(MONDAY)).toBe("Mon 09:00:00");
});
