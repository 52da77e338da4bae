import type { Json } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
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

const ISSUER = "oidc.example.com";
const CURRENT = { [`${ISSUER}:aud`]: "x", [`${ISSUER}:sub`]: "wrong" };

/** A document that a template makes, of which only applying it tells the issuer. */
describe("in what a template makes", () => {
  test.each<{
    readonly name: string;
    readonly format: "json" | "yaml";
    readonly text: string;
    readonly at: string;
    readonly below: readonly string[];
    readonly edited: string | null;
  }>([
    {
      name: "a key of Fn::Sub is found by what it comes to",
      ...{ format: "yaml", text: `Resources:\n  A: !Sub '{"\${Issuer}:aud":"x","\${Issuer}:sub":"wrong"}'\n`, at: "'{", below: [`${ISSUER}:sub`] },
      edited: `Resources:\n  A: !Sub '{"\${Issuer}:aud":"x","\${Issuer}:sub":"right"}'\n`,
    },
    {
      name: "a new key refers to it",
      ...{ format: "yaml", text: `Resources:\n  A: !Sub '{"\${Issuer}:aud":"x","\${Issuer}:sub":"wrong"}'\n`, at: "'{", below: [`${ISSUER}:amr`] },
      edited: `Resources:\n  A: !Sub '{"\${Issuer}:aud":"x","\${Issuer}:sub":"wrong","\${Issuer}:amr":"right"}'\n`,
    },
    {
      name: "Fn::Join keeps its other parts",
      format: "json",
      text: '{ "Resources": { "A": { "Fn::Join": ["", ["{\\"", { "Ref": "I" }, ":aud\\":\\"x\\",\\"", { "Ref": "I" }, ":sub\\":\\"wrong\\"}"]] } } }',
      at: '["",',
      below: [`${ISSUER}:sub`],
      edited: '{ "Resources": { "A": { "Fn::Join": ["", ["{\\"", { "Ref": "I" }, ":aud\\":\\"x\\",\\"", { "Ref": "I" }, ":sub\\":\\"right\\"}"]] } } }',
    },
    {
      name: "a function gives way to a value with its tag",
      format: "yaml",
      text: "Resources:\n  A: !GetAtt B.Arn # here\n",
      at: "B.Arn",
      below: [],
      edited: "Resources:\n  A: right # here\n",
    },
    {
      name: "and as a whole",
      format: "json",
      text: '{ "Resources": { "A": { "Fn::GetAtt": ["B", "Arn"] } } }',
      at: '["B"',
      below: [],
      edited: '{ "Resources": { "A": "right" } }',
    },
    {
      name: "there is no key that refers to it elsewhere",
      format: "yaml",
      text: "Resources:\n  A:\n    b: x\n",
      at: "b: x",
      below: [`${ISSUER}:sub`],
      edited: null,
    },
  ])("$name", ({ format, text, at, below, edited }) => {
    const offset = text.indexOf(at);
    const line = text.slice(0, offset).split("\n").length;
    const column = offset - text.lastIndexOf("\n", offset - 1);
    const unknowns = [{ name: "Issuer", value: ISSUER, isInvented: true }];
    expect(editText({ format, text }, [{ at: { line, column }, below, value: "right", evaluation: { current: CURRENT, unknowns } }])).toBe(edited);
  });

  test("what nobody's document says is written nowhere, but as what refers to it", () => {
    const evaluation = { current: null, unknowns: [{ name: "AWS.AccountId", value: "111122223333", isInvented: true }] };
    const edit = { at: { line: 2, column: 6 }, below: [], value: "arn:aws:iam::111122223333:role/a", evaluation };
    expect(editText({ format: "yaml", text: "kind: Pod\na:   b\n" }, [edit])).toBe(null);
    expect(editText({ format: "yaml", text: "Resources:\n  A: b\n" }, [edit])).toBe('Resources:\n  A: {"Fn::Sub":"arn:aws:iam::${AWS::AccountId}:role/a"}\n');
  });
});

test("one member of an object that is set anew is all that changes", () => {
  const edit = { at: { line: 1, column: 8 }, below: ["Principal"], value: { Federated: "new" } };
  expect(editText({ format: "json", text: '{ "a": {"Principal":{"Federated":"old"},"b":1} }' }, [edit])).toBe(
    '{ "a": {"Principal":{"Federated":"new"},"b":1} }',
  );
});
