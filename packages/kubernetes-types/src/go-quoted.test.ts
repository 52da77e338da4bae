import { expect, test } from "vitest";
import { goQuoted } from "./go-quoted.js";

test.each([
  { text: "web ä 日 🙂", quoted: '"web ä 日 🙂"' },
  { text: 'a "b" \\', quoted: '"a \\"b\\" \\\\"' },
  { text: "\u0007\b\f\n\r\t\v", quoted: '"\\a\\b\\f\\n\\r\\t\\v"' },
  { text: "\u0001\u007f", quoted: '"\\x01\\x7f"' },
  { text: "\u00a0\u200b\u{e0001}", quoted: '"\\u00a0\\u200b\\U000e0001"' },
])("$quoted", ({ text, quoted }) => {
  expect(goQuoted(text)).toBe(quoted);
});
