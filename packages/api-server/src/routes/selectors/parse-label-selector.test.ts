import { describe, expect, test } from "vitest";
import { parseLabelSelector } from "./parse-label-selector.js";

const OBJECTS = [{ app: "web", n: "5" }, { app: "db", in: "" }, {}].map((labels, index) => ({
  metadata: { name: String(index), uid: "u", resourceVersion: "1", labels },
}));

test.each([
  { selector: "", selects: [0, 1, 2] },
  { selector: "app=web", selects: [0] },
  { selector: " app == web ", selects: [0] },
  { selector: "app!=web", selects: [1, 2] },
  { selector: "app", selects: [0, 1] },
  { selector: "!app", selects: [2] },
  { selector: "app in (web,db)", selects: [0, 1] },
  { selector: "app notin (web,)", selects: [1, 2] },
  { selector: "in in ()", selects: [1] },
  { selector: "in=", selects: [1] },
  { selector: "in in (,x)", selects: [1] },
  { selector: "app=in", selects: [] },
  { selector: "n>4", selects: [0] },
  { selector: "n<5", selects: [] },
  { selector: "app>1", selects: [] },
  { selector: "app,!n", selects: [1] },
])("$selector", ({ selector, selects }) => {
  const isSelected = parseLabelSelector(selector);
  expect(OBJECTS.flatMap((object, index) => (isSelected(object) ? [index] : []))).toEqual(selects);
});

/** What kube-apiserver 1.36.3 said. */
describe("refused", () => {
  test.each([
    { selector: "a in (b", message: "unable to parse requirement: found '', expected: ',' or ')'" },
    { selector: "a b", message: "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt" },
    { selector: ",", message: "found ',', expected: !, identifier, or 'end of string'" },
    { selector: "a,", message: "found '', expected: identifier after ','" },
    { selector: "a>x", message: `unable to parse requirement: values[0]: Invalid value: "x": for 'Gt', 'Lt' operators, the value must be an integer` },
    { selector: "/a=b", message: 'unable to parse requirement: <nil>: Invalid value: "/a": prefix part must be non-empty' },
    { selector: "a=b c", message: "found 'c', expected: ',' or 'end of string'" },
    { selector: "a in b", message: "unable to parse requirement: found 'b' expected: '('" },
    { selector: "a in (=", message: "unable to parse requirement: found '=', expected: ',', ')' or identifier" },
    { selector: "a in (,=", message: "unable to parse requirement: found '=', expected: ',', or identifier" },
    { selector: "!a=b", message: "found '=', expected: ',' or 'end of string'" },
    { selector: "!=b", message: "found '!=', expected: !, identifier, or 'end of string'" },
    { selector: "a=(", message: "unable to parse requirement: found '(', expected: identifier" },
    { selector: "!,", message: "unable to parse requirement: found ',', expected: identifier" },
  ])("$selector", ({ selector, message }) => {
    expect(() => parseLabelSelector(selector)).toThrow(expect.objectContaining({ status: 400, message }));
  });
});
