import type { Json } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { editText } from "./edit-text.js";

const JSON_TEXT = `{
  "Statement": [
    { "Condition": { "StringEquals": { "x:sub": "prod" } } }
  ]
}
`;
const YAML_TEXT = `# the account
metadata:
  name: "my-account" # as the chart calls it
  labels: { app: a }
subjects:
  - kind: User
    name: x
`;

interface Case {
  readonly name: string;
  readonly format: "json" | "yaml";
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly below: readonly string[];
  readonly value: Json;
  readonly edited: string | null;
}

test.each<Case>([
  {
    name: "a JSON text",
    format: "json",
    text: JSON_TEXT,
    line: 3,
    column: 49,
    below: [],
    value: "default",
    edited: JSON_TEXT.replace('"prod"', '"default"'),
  },
  {
    name: "a new member in JSON",
    ...{ format: "json", text: JSON_TEXT, line: 3, column: 38, below: ["x:aud"], value: "sts.amazonaws.com" },
    edited: JSON_TEXT.replace('{ "x:sub": "prod" }', '{ "x:sub": "prod", "x:aud": "sts.amazonaws.com" }'),
  },
  { name: "nothing where no value begins", format: "json", text: JSON_TEXT, line: 3, column: 48, below: [], value: "default", edited: null },
  {
    name: "a quoted YAML text",
    format: "yaml",
    text: YAML_TEXT,
    line: 3,
    column: 9,
    below: [],
    value: "other",
    edited: YAML_TEXT.replace("my-account", "other"),
  },
  {
    name: "a plain YAML text",
    format: "yaml",
    text: YAML_TEXT,
    line: 7,
    column: 11,
    below: [],
    value: "yes: no",
    edited: YAML_TEXT.replace("name: x", 'name: "yes: no"'),
  },
  {
    name: "new members, one in the other",
    ...{ format: "yaml", text: YAML_TEXT, line: 3, column: 3, below: ["annotations", "a/b"], value: "c" },
    edited: YAML_TEXT.replace("{ app: a }", "{ app: a }\n  annotations:\n    a/b: c"),
  },
  {
    name: "a member between braces",
    ...{ format: "yaml", text: YAML_TEXT, line: 4, column: 11, below: ["b"], value: "2" },
    edited: YAML_TEXT.replace("{ app: a }", '{ app: a, b: "2" }'),
  },
  {
    name: "an item",
    ...{ format: "yaml", text: YAML_TEXT, line: 6, column: 3, below: ["-"], value: { kind: "Group" } },
    edited: `${YAML_TEXT}  - kind: Group\n`,
  },
  {
    name: "a member taken away",
    format: "yaml",
    text: YAML_TEXT,
    line: 3,
    column: 3,
    below: ["labels"],
    value: null,
    edited: YAML_TEXT.replace("  labels: { app: a }\n", ""),
  },
  {
    name: "the first member of an item taken away",
    ...{ format: "yaml", text: YAML_TEXT, line: 6, column: 5, below: ["kind"], value: null },
    edited: YAML_TEXT.replace("kind: User\n    name", "name"),
  },
  { name: "an item taken away", format: "yaml", text: "l:\n  - a: 1\n    b: 2\n  - c\n", line: 2, column: 3, below: ["0"], value: null, edited: "l:\n  - c\n" },
  { name: "the last item between brackets taken away", format: "yaml", text: "l: [a, b]\n", line: 1, column: 4, below: ["1"], value: null, edited: "l: [a]\n" },
  { name: "an item of a JSON list taken away", format: "json", text: "[1, 2]", line: 1, column: 1, below: ["1"], value: null, edited: "[1]" },
  { name: "the second document", format: "yaml", text: "a: 1\n---\na: 2\n", line: 3, column: 4, below: [], value: 3, edited: "a: 1\n---\na: 3\n" },
])("$name", ({ format, text, line, column, below, value, edited }) => {
  expect(editText({ format, text }, [{ at: { line, column }, below, value }])).toBe(edited);
});

test.each([
  { name: "JSON in a text", written: JSON.stringify('{"a":"b"}'), edited: JSON.stringify('{"a":"c"}') },
  { name: "a percent-encoded text", written: JSON.stringify(encodeURIComponent('{"a":"b"}')), edited: JSON.stringify(encodeURIComponent('{"a":"c"}')) },
])("$name is changed and stays one", ({ written, edited }) => {
  const text = `{ "Policy": ${written} }`;
  expect(editText({ format: "json", text }, [{ at: { line: 1, column: 13 }, below: ["a"], value: "c" }])).toBe(text.replace(written, edited));
});

test.each([
  { name: "with a line behind it", header: "|", behind: "other: 1\n" },
  { name: "without a last line end", header: "|-", behind: "" },
])("a policy on lines of its own stays on them: $name", ({ header, behind }) => {
  const text = (value: string): string => `spec:\n  policy: ${header}\n    {\n      "a": "${value}"\n    }\n${behind}`;
  expect(editText({ format: "yaml", text: text("b") }, [{ at: { line: 2, column: 11 }, below: ["a"], value: "c" }])).toBe(text("c"));
});

test("several edits of one text are told from the text as it was", () => {
  const edits = [
    { at: { line: 2, column: 3 }, below: ["b"], value: 2 },
    { at: { line: 3, column: 6 }, below: [], value: "x" },
  ];
  expect(editText({ format: "yaml", text: "m:\n  a: 1\n  c: 3\n" }, edits)).toBe("m:\n  a: 1\n  c: x\n  b: 2\n");
});
