import { describe, expect, test } from "vitest";
import { PLAIN_PALETTE } from "../palette.js";
import { comparedValues } from "./compared-values.js";

const LAYOUT = { indent: 1, column: 10, width: 80, palette: PLAIN_PALETTE };
const marksOf = (lines: readonly string[]): readonly string[] => lines.filter((line) => /^ *\^+$/.test(line));

describe("the mark stands under what differs", () => {
  test.each([
    { expected: "system:serviceaccount:prod:app", actual: "system:serviceaccount:default:app", mark: ["                      ^^^^^^^"] },
    { expected: "sts.amazon.com", actual: "sts.amazonaws.com", mark: ["    ^^^^^^^^^"] },
    { expected: "abcdef", actual: "abcdef", mark: [] },
    { expected: "none", actual: "something else", mark: [] },
    { expected: "https://a.example/issuer", actual: "https://a.example", mark: ["                 ^"] },
    { expected: "arn:aws:iam::1:role/team/app", actual: "arn:aws:iam::1:role/app", mark: ["                    ^"] },
  ])("$expected / $actual", ({ expected, actual, mark }) => {
    expect(marksOf(comparedValues({ value: expected }, { value: actual }, LAYOUT))).toEqual(mark.map((text) => " ".repeat(LAYOUT.column) + text));
  });
});

test("of a value that is wrapped, what differs is marked on each line, before the place where it was written", () => {
  const actual = { value: "system:serviceaccount:other-team:some-service-account", from: { file: "token", pointer: "sub" } };
  expect(comparedValues({ value: "system:serviceaccount:prod:app" }, actual, { ...LAYOUT, width: 40 }).join("\n")).toBe(
    [
      " expected system:serviceaccount:prod:app",
      " actual   system:serviceaccount:",
      "          other-team:",
      "          ^^^^^^^^^^^",
      "          some-service-account",
      "          ^^^^^^^^^^^^^^^^^^^^",
      "          token sub",
    ].join("\n"),
  );
});

test("a place beside the value is no part of it, nor is a label that is written like it", () => {
  const values = [{ value: "role/a" }, { value: "role/b", from: { file: "role" } }] as const;
  expect(comparedValues(...values, { ...LAYOUT, labels: ["role", "role"] })).toEqual([" role     role/a", " role     role/b  role", "               ^"]);
});
