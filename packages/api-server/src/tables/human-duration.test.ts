import { expect, test } from "vitest";
import { humanDuration } from "./human-duration.js";

test.each([
  { seconds: -5, text: "<invalid>" },
  { seconds: -1, text: "0s" },
  { seconds: 0, text: "0s" },
  { seconds: 119, text: "119s" },
  { seconds: 120, text: "2m" },
  { seconds: 150, text: "2m30s" },
  { seconds: 601, text: "10m" },
  { seconds: 3 * 3600 + 59, text: "3h" },
  { seconds: 3 * 3600 + 60, text: "3h1m" },
  { seconds: 8 * 3600 + 60, text: "8h" },
  { seconds: 49 * 3600, text: "2d1h" },
  { seconds: 9 * 86400 + 7200, text: "9d" },
  { seconds: 366 * 2 * 86400, text: "2y2d" },
  { seconds: 9 * 366 * 86400, text: "9y" },
])("$seconds s are $text", ({ seconds, text }) => {
  expect(humanDuration(seconds * 1000)).toBe(text);
});
