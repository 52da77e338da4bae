import { describe, expect, test } from "vitest";
import { listed, plain, visible } from "./visible.js";

describe("what does not print is shown", () => {
  test.each([
    { name: "a plain value", value: "role/app", quoted: '"role/app"', bare: "role/app" },
    { name: "a line break", value: "role/app\n", quoted: '"role/app\\n"', bare: '"role/app\\n"' },
    { name: "a blank at the end", value: "app ", quoted: '"app\\u0020"', bare: '"app\\u0020"' },
    { name: "a blank within", value: "an app", quoted: '"an app"', bare: "an app" },
    { name: "a blank that joins", value: "a\u00a0b", quoted: '"a\\u00a0b"', bare: '"a\\u00a0b"' },
    { name: "a blank of no width", value: "a\u200b", quoted: '"a\\u200b"', bare: '"a\\u200b"' },
    { name: "nothing", value: "", quoted: '""', bare: "" },
  ])("$name", ({ value, quoted, bare }) => {
    expect([visible(value), plain(value)]).toEqual([quoted, bare]);
  });
});

test.each([
  { values: [], expected: "nothing" },
  { values: ["a"], expected: '"a"' },
  { values: ["a", "b"], expected: '"a" and "b"' },
  { values: ["a", "b", "c"], expected: '"a", "b" and "c"' },
])("a list is named as one: $expected", ({ values, expected }) => {
  expect(listed(values)).toBe(expected);
});
