import { expect, test } from "vitest";
import { shellWord } from "./shell-word.js";

test.each([
  { text: "basic", word: "basic" },
  { text: "./my/scenario.yaml", word: "./my/scenario.yaml" },
  { text: "mine[sdk=php]", word: "'mine[sdk=php]'" },
  { text: "it's; rm -rf $HOME", word: String.raw`'it'\''s; rm -rf $HOME'` },
  { text: "", word: "''" },
])("$text", ({ text, word }) => {
  expect(shellWord(text)).toBe(word);
});
