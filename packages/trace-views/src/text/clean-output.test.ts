import { describe, expect, test } from "vitest";
import { cleanOutput } from "./clean-output.js";

const RED = "\u001B[31mred\u001B[39m";

describe("the last look", () => {
  test.each([
    { name: "lines stay", styled: false, text: "a\n  b\n", clean: "a\n  b\n" },
    { name: "a palette's colours stay where they are wanted", styled: true, text: RED, clean: RED },
    { name: "and go where they are not", styled: false, text: RED, clean: String.raw`\u001b[31mred\u001b[39m` },
    { name: "no other sequence", styled: true, text: "\u001B[2J\u001B]0;x\u0007", clean: String.raw`\u001b[2J\u001b]0;x\u0007` },
    { name: "no workflow command at the start of a line", styled: false, text: "a\n  ::error::b", clean: "a\n  \\u003a:error::b" },
    { name: "a double colon inside of one is none", styled: false, text: "arn:aws:iam::1", clean: "arn:aws:iam::1" },
    { name: "no command of the older form", styled: false, text: "a ##[group]b ##vso[x]", clean: String.raw`a \u0023#[group]b \u0023#vso[x]` },
    { name: "a heading stays", styled: false, text: "## irsa-sim\n", clean: "## irsa-sim\n" },
  ])("$name", ({ text, styled, clean }) => {
    expect(cleanOutput(text, { styled })).toBe(clean);
  });
});
