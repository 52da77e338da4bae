import { expect, test } from "vitest";
import { cleanLine } from "./clean-line.js";

test.each([
  { name: "what people write stays", text: "Größe → 你好 👍 ✔ | a\\b", clean: "Größe → 你好 👍 ✔ | a\\b" },
  { name: "an escape sequence", text: "\u001B[31mred", clean: String.raw`\u001b[31mred` },
  { name: "a line break and a carriage return", text: "a\r\nb", clean: String.raw`a\u000d\u000ab` },
  { name: "a C1 control", text: "\u009B2J", clean: String.raw`\u009b2J` },
  { name: "bidirectional override and isolate", text: "\u202Eab\u2066", clean: String.raw`\u202eab\u2066` },
  { name: "zero width", text: "a\u200Bb\uFEFF", clean: String.raw`a\u200bb\ufeff` },
  { name: "line and paragraph separators", text: "a\u2028b\u2029", clean: String.raw`a\u2028b\u2029` },
  { name: "a tag beyond the first plane, as JSON writes it", text: "\u{E0041}", clean: String.raw`\udb40\udc41` },
  { name: "half a pair", text: "\uD800x", clean: String.raw`\ud800x` },
])("$name", ({ text, clean }) => {
  expect(cleanLine(text)).toBe(clean);
});
