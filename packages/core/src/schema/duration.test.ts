import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDuration, parseDuration } from "./duration.js";

test.each([
  { written: "1s", durationMs: 1000, shown: "1s" },
  { written: "90m", durationMs: 5_400_000, shown: "1h30m" },
  { written: "24h", durationMs: 86_400_000, shown: "1d" },
  { written: "1d2h3m4s", durationMs: 93_784_000, shown: "1d2h3m4s" },
  { written: "1m1m", durationMs: 120_000, shown: "2m" },
  { written: "250ms", durationMs: 250, shown: "250ms" },
  { written: "1s5ms", durationMs: 1005, shown: "1s5ms" },
  { written: "2m3ms", durationMs: 120_003, shown: "2m3ms" },
  { written: "0h", durationMs: 0, shown: "0s" },
  { written: "007s", durationMs: 7000, shown: "7s" },
])("$written is $durationMs ms, and $shown", ({ written, durationMs, shown }) => {
  expect([parseDuration(written), formatDuration(durationMs)]).toEqual([durationMs, shown]);
});

test.each(["", "1", "m", "ms", "1us", "-1s", "1.5h", " 1s", "1s ", "1s,2m", "1y"])("%j is no duration", (text) => {
  expect(parseDuration(text)).toBeNull();
});

test("property: what was formatted reads as what it was", () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(999), (seconds, millis) => {
      expect(parseDuration(formatDuration(seconds * 1000 + millis))).toBe(seconds * 1000 + millis);
    }),
  );
});
