import { expect, test } from "vitest";
import { parseSkipContainers } from "./parse-skip-containers.js";

test.each([
  { name: "one", text: "a", names: ["a"] },
  { name: "two", text: "a,b", names: ["a", "b"] },
  { name: "blanks count", text: "a, b ", names: ["a", " b "] },
  { name: "quoted", text: '"a",b', names: ["a", "b"] },
  { name: "a comma in quotes", text: '"a,b",c', names: ["a,b", "c"] },
  { name: "a doubled quote", text: '"a""b"', names: ['a"b'] },
  { name: "a line break in quotes", text: '"a\r\nb",c', names: ["a\nb", "c"] },
  { name: "empty items", text: "a,,", names: ["a", "", ""] },
  { name: "only the first line", text: "a\nb", names: ["a"] },
  { name: "blank lines in front", text: "\n\r\n\na,b\nc", names: ["a", "b"] },
  { name: "a carriage return at the end", text: "a\r", names: ["a"] },
  { name: "a carriage return inside", text: "a\rb", names: ["a\rb"] },
  { name: "an error in a later line", text: 'a\n"', names: ["a"] },
  { name: "empty", text: "", names: [] },
  { name: "line breaks only", text: "\n\r\n", names: [] },
  { name: "a quote inside an unquoted item", text: 'a"b', names: [] },
  { name: "an unclosed quote", text: '"a', names: [] },
  { name: "text behind a quoted item", text: '"a"b,c', names: [] },
])("$name", ({ text, names }) => {
  expect(parseSkipContainers(text)).toEqual(names);
});
