import { describe, expect, test } from "vitest";
import { fitsPattern } from "./fits-pattern.js";

const ARN = "arn:aws:sts::111122223333:assumed-role/my-role/session.1";

describe("who is meant", () => {
  test.each([
    { name: "the same", pattern: ARN, is: true },
    { name: "any session", pattern: "arn:aws:sts::111122223333:assumed-role/my-role/*", is: true },
    { name: "another role", pattern: "arn:aws:sts::111122223333:assumed-role/other/*", is: false },
    { name: "a part is not the whole", pattern: "arn:aws:sts::111122223333:assumed-role/my-role", is: false },
    { name: "a dot is a dot", pattern: ARN.replace(".", "x"), is: false },
    { name: "two stars", pattern: "arn:aws:sts::*:assumed-role/my-role/*", is: true },
  ])("$name", ({ pattern, is }) => {
    expect(fitsPattern(pattern, ARN)).toBe(is);
  });
});

test("many stars take no longer than a few", () => {
  // A regular expression would try every way to share the text among the stars.
  expect(fitsPattern(`${"*o*e".repeat(500)}*Z`, "Not authorized to perform sts:AssumeRoleWithWebIdentity ".repeat(40))).toBe(false);
});

test.each([
  { name: "a question mark is one", pattern: "what?", text: "what!", is: false },
  { name: "stars also take line breaks", pattern: "a*z", text: "a\n\nz", is: true },
  { name: "and nothing", pattern: "a*", text: "a", is: true },
])("$name", ({ pattern, text, is }) => {
  expect(fitsPattern(pattern, text)).toBe(is);
});
