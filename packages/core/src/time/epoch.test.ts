import { expect, test } from "vitest";
import { addMillis, epochMillis, epochSeconds, fromEpochSeconds, toEpochSeconds, toRfc3339 } from "./epoch.js";

test.each([
  { millis: 0, seconds: 0, text: "1970-01-01T00:00:00Z" },
  { millis: 999, seconds: 0, text: "1970-01-01T00:00:00Z" },
  { millis: 1000, seconds: 1, text: "1970-01-01T00:00:01Z" },
  { millis: 1_767_603_600_999, seconds: 1_767_603_600, text: "2026-01-05T09:00:00Z" },
  { millis: -1, seconds: -1, text: "1969-12-31T23:59:59Z" },
])("$millis ms lies in second $seconds", ({ millis, seconds, text }) => {
  expect([toEpochSeconds(epochMillis(millis)), toRfc3339(epochMillis(millis))]).toEqual([seconds, text]);
  expect(fromEpochSeconds(epochSeconds(seconds))).toBe(seconds * 1000);
});

test("later and earlier", () => {
  expect([addMillis(epochMillis(10), 5), addMillis(epochMillis(10), -15)]).toEqual([15, -5]);
});
