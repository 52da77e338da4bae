import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { STYLE_CODE } from "./style-codes.js";
import { wrapLine } from "./wrap-line.js";

const WORD = fc.string({
  unit: fc.constantFrom("a", "b", "-", ":", "/", "…", "→", "你", "\u001B[31m", "\u001B[39m", "\u001B[1m", "\u001B[22m"),
  maxLength: 60,
});
const LINE = fc.array(WORD, { maxLength: 12 }).map((words) => words.join(" "));
const COLUMNS = fc.integer({ min: 2, max: 40 });

const withoutStyles = (text: string): string =>
  text
    .split(STYLE_CODE)
    .filter((part) => !STYLE_CODE.test(part))
    .join("");

describe("whatever the text", () => {
  test("no row is wider, and nothing is lost", () => {
    fc.assert(
      fc.property(LINE, COLUMNS, (text, columns) => {
        const rows = wrapLine(text, columns);
        expect(rows.filter((row) => stringWidth(row) > columns)).toEqual([]);
        expect(withoutStyles(rows.join(""))).toBe(withoutStyles(text));
      }),
      { numRuns: 1000 },
    );
  });

  test("a row ends behind a blank, a colon or a slash, unless what stands between two of them is wider than a row", () => {
    fc.assert(
      fc.property(LINE, COLUMNS, (text, columns) => {
        const tooWide = withoutStyles(text)
          .split(/[ :/]/)
          .some((piece) => stringWidth(piece) + 1 > columns);
        const broken = wrapLine(text, columns)
          .map(withoutStyles)
          .slice(0, -1)
          .filter((row, index, rows) => !/[ :/]$/.test(row) && !(rows[index + 1] ?? " ").startsWith(" "));
        if (!tooWide) expect(broken.filter((row) => !withoutStyles(text).includes(`${row} `))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

test.each([
  { name: "at blanks", text: "one two three", columns: 8, rows: ["one two ", "three"] },
  { name: "an ARN", text: "arn:aws:iam::111122223333:role/my-pod-role", columns: 28, rows: ["arn:aws:iam::111122223333:", "role/my-pod-role"] },
  { name: "a word that fits alone stays whole", text: "as my:pod:role", columns: 11, rows: ["as ", "my:pod:role"] },
  { name: "what has no place to break at", text: "abcdefgh", columns: 3, rows: ["abc", "def", "gh"] },
  { name: "colours take no room", text: "\u001B[31mab\u001B[39m 你好", columns: 4, rows: ["\u001B[31mab\u001B[39m ", "你好"] },
  {
    ...{ name: "a colour goes on in the next row", text: "\u001B[31mone two\u001B[39m", columns: 4 },
    rows: ["\u001B[31mone \u001B[39m", "\u001B[31mtwo\u001B[39m"],
  },
])("$name", ({ text, columns, rows }) => {
  expect(wrapLine(text, columns)).toEqual(rows);
});
