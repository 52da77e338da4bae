import { expect, test } from "vitest";
import { displayWidth } from "./display-width.js";

test.each([
  { name: "ASCII", text: "a b", width: 3 },
  { name: "signs that are text", text: "✔✘⚠ℹ▶↔©", width: 7 },
  { name: "the same asked for as an emoji", text: "✔\uFE0F", width: 2 },
  { name: "emoji", text: "✅🔥", width: 4 },
  { name: "wide letters", text: "名前", width: 4 },
  { name: "a letter with its accent apart", text: "e\u0301", width: 1 },
  { name: "colours", text: "\u001B[32m✔\u001B[39m", width: 1 },
])("$name", ({ text, width }) => {
  expect(displayWidth(text)).toBe(width);
});
