import fc from "fast-check";
import { expect, test } from "vitest";
import { findSyntaxError } from "./find-syntax-error.js";

test.each([
  ["{a", "invalid character 'a' looking for beginning of object key string"],
  ["{", "unexpected end of JSON input"],
  ['{"a"', "unexpected end of JSON input"],
  ['{"a":', "unexpected end of JSON input"],
  ['{"a":"b', "unexpected end of JSON input"],
  ['{"a":[1', "unexpected end of JSON input"],
  ['{"a":tr', "invalid character ' ' in literal true (expecting 'u')"],
  ["1.", "invalid character ' ' after decimal point in numeric literal"],
  ['"\\u1', "invalid character ' ' in \\u hexadecimal character escape"],
  ['{"a" 1}', "invalid character '1' after object key"],
  ['{"a":1 "b":2}', "invalid character '\"' after object key:value pair"],
  ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
  ["{'a':1}", "invalid character '\\'' looking for beginning of object key string"],
  ['{"a":}', "invalid character '}' looking for beginning of value"],
  ['{"a":[1 2]}', "invalid character '2' after array element"],
  ['{"a":[1,]}', "invalid character ']' looking for beginning of value"],
  ['{"a":"\n"}', "invalid character '\\n' in string literal"],
  ['{"a":"\\x"}', "invalid character 'x' in string escape code"],
  ['{"a":"\\u00g0"}', "invalid character 'g' in \\u hexadecimal character escape"],
  ['{"a":-}', "invalid character '}' in numeric literal"],
  ['{"a":1.}', "invalid character '}' after decimal point in numeric literal"],
  ['{"a":1e}', "invalid character '}' in exponent of numeric literal"],
  ['{"a":01}', "invalid character '1' after object key:value pair"],
  ['{"a":trap}', "invalid character 'a' in literal true (expecting 'u')"],
  ["{}{}", "invalid character '{' after top-level value"],
  ["{ä}", "invalid character 'Ã' looking for beginning of object key string"],
])("%j: %s", (text, message) => {
  expect(findSyntaxError(text)).toBe(message);
});

test("finds an error exactly where JSON.parse does", () => {
  const fragments = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    "\\",
    "a",
    "u",
    "0",
    "1",
    "-",
    ".",
    "e",
    "+",
    " ",
    "\n",
    "true",
    "null",
    '"k"',
    "\\u00e9",
    "ä",
  );
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      expect(findSyntaxError(text) === null).toBe(parses(text));
    }),
    { numRuns: 5000 },
  );
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(findSyntaxError(text)).toBeNull();
    }),
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
