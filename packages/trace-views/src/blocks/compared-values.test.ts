import { describe, expect, test } from "vitest";
import { differenceMark } from "./compared-values.js";

describe("the mark stands under what differs", () => {
  test.each([
    { expected: "system:serviceaccount:prod:app", actual: "system:serviceaccount:default:app", mark: "                      ^^^^^^^" },
    { expected: "sts.amazon.com", actual: "sts.amazonaws.com", mark: "    ^^^^^^^^^" },
    { expected: "abcdef", actual: "abcdef", mark: "" },
    { expected: "none", actual: "something else", mark: "" },
    { expected: "arn:aws:iam::1:role/team/app", actual: "arn:aws:iam::1:role/app", mark: "                    ^" },
  ])("$expected / $actual", ({ expected, actual, mark }) => {
    expect(differenceMark(expected, actual)).toBe(mark);
  });
});
