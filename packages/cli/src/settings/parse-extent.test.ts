import { InvalidArgumentError } from "commander";
import { expect, test } from "vitest";
import { parseExtent } from "./parse-extent.js";

test.each([
  ["all", undefined],
  ["window", 20_000],
  ["window=1", 1],
  ["window=500000", 500_000],
])("%s keeps %s events", (text, kept) => {
  expect(parseExtent(text)).toBe(kept);
});

test.each(["", "none", "window=", "window=0", "window=1.5", "window=-1", "windows", "all "])("%j is refused", (text) => {
  expect(() => parseExtent(text)).toThrow(InvalidArgumentError);
});
