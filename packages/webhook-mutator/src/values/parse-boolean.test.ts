import { expect, test } from "vitest";
import { parseBoolean } from "./parse-boolean.js";

test.each([
  ...["1", "t", "T", "true", "TRUE", "True"].map((text) => ({ text, value: true })),
  ...["0", "f", "F", "false", "FALSE", "False"].map((text) => ({ text, value: false })),
  ...["", "yes", "on", " true", "true ", "tRUE", "00"].map((text) => ({ text, value: null })),
])("'$text' is $value", ({ text, value }) => {
  expect(parseBoolean(text)).toBe(value);
});
