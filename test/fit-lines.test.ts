import fc from "fast-check";
import { expect, test } from "vitest";
import { fitLines } from "../scripts/docs/fit-lines.mjs";

const long = (word: string): string => Array.from({ length: 60 }, () => word).join(" ");

test.each([
  { name: "short lines stay", page: "# A\n\na b\n| a | b |\n| - | - |\n| c | d |", fits: "# A\n\na b\n| a | b |\n| - | - |\n| c | d |" },
  {
    name: "an item is set in under its mark",
    page: `- ${long("word")}`,
    fits: `- ${Array.from({ length: 39 }, () => "word").join(" ")}\n  ${Array.from({ length: 21 }, () => "word").join(" ")}`,
  },
  {
    name: "a table with a long row becomes a list; empty cells are left out",
    page: `| rule | | test |\n| --- | --- | --- |\n| a\\|b | ${long("w")} | ${long("x")} |\n| c | | d |`,
    fits: `- **a\\|b**\n  - ${long("w")}\n  - test: ${long("x")}\n- **c**\n  - test: d`,
  },
  {
    name: "a long heading is cut and told in full",
    page: `## ${long("word")}`,
    fits: `## ${Array.from({ length: 38 }, () => "word").join(" ")} …\n\n${Array.from({ length: 40 }, () => "word").join(" ")}\n${Array.from({ length: 20 }, () => "word").join(" ")}`,
  },
  {
    name: "what is quoted is broken anywhere",
    page: `\`\`\`text\n  ${"x".repeat(250)}\n\`\`\``,
    fits: `\`\`\`text\n  ${"x".repeat(198)}\n    ${"x".repeat(52)}\n\`\`\``,
  },
])("$name", ({ page, fits }) => {
  expect(fitLines(page)).toBe(fits);
});

test("no line is longer than 200 characters, and no word is lost", () => {
  const words = fc.array(fc.constantFrom("word", "-", "1.", "#", "a|b", "…", "averyveryverylongword"), { minLength: 1, maxLength: 120 });
  const line = fc.tuple(fc.constantFrom("", "- ", "  - ", "## "), words).map(([mark, text]) => `${mark}w ${text.join(" ")}`);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const fitted = fitLines(lines.join("\n\n"));
      expect(fitted.split("\n").filter((one) => one.length > 200)).toEqual([]);
      const isHeading = lines.some((one) => one.startsWith("#"));
      if (!isHeading) expect(fitted.split(/\s+/)).toEqual(lines.join("\n\n").split(/\s+/));
    }),
  );
});
