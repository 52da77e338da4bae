import { expect, test } from "vitest";
import { parseTime } from "./parse-time.js";

test.each([
  { text: "2026-01-05T09:00:00Z", at: Date.UTC(2026, 0, 5, 9) },
  { text: "2026-01-05T09:00:00.5+02:00", at: Date.UTC(2026, 0, 5, 7, 0, 0, 500) },
  { text: "2000-01-01T00:00:00Z", at: Date.UTC(2000, 0) },
  { text: "2089-12-31T23:59:59Z", at: Date.UTC(2090, 0) - 1000 },
  { text: "2028-02-29T00:00:00Z", at: Date.UTC(2028, 1, 29) },
])("$text", ({ text, at }) => {
  expect(parseTime(text)).toBe(at);
});

test.each([
  { text: "yesterday", says: "a time such as" },
  { text: "2026-02-31T00:00:00Z", says: "a time such as" },
  { text: "2026-01-05T25:00:00Z", says: "a time such as" },
  { text: "1999-12-31T23:59:59Z", says: "a time from 2000 to 2089" },
  { text: "2090-01-01T00:00:00Z", says: "a time from 2000 to 2089" },
  { text: "0000-01-01T00:00:00Z", says: "a time from 2000 to 2089" },
])("$text is refused", ({ text, says }) => {
  expect(() => parseTime(text)).toThrow(says);
});
