import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPathAt } from "./json-path-at.js";

test.each([
  { name: "a name", text: '{ "Sta', path: [], word: "Sta", isValue: false, isQuoted: true },
  { name: "a name without quotes", text: "{ Sta", path: [], word: "Sta", isValue: false, isQuoted: false },
  { name: "nothing yet", text: "{ ", path: [], word: "", isValue: false, isQuoted: false },
  { name: "a value", text: '{ "Version": "2012', path: ["Version"], word: "2012", isValue: true, isQuoted: true },
  { name: "behind a value", text: '{ "Version": "2012-10-17", "I', path: [], word: "I", isValue: false, isQuoted: true },
  { name: "in an item", text: '{ "Statement": [{ "Eff', path: ["Statement", "-"], word: "Eff", isValue: false, isQuoted: true },
  { name: "in the second item", text: '{ "Statement": [{ "Sid": "}" }, { "Eff', path: ["Statement", "-"], word: "Eff", isValue: false, isQuoted: true },
  { name: "a value in an item", text: '{ "Statement": [{ "Effect": "A', path: ["Statement", "-", "Effect"], word: "A", isValue: true, isQuoted: true },
  { name: "an item of a list of texts", text: '{ "Action": ["a", "b', path: ["Action", "-"], word: "b", isValue: true, isQuoted: true },
  { name: "past a quote that was escaped", text: '{ "Sid": "a\\"b", "E', path: [], word: "E", isValue: false, isQuoted: true },
  { name: "outside of everything", text: "", path: [], word: "", isValue: false, isQuoted: false },
])("$name", ({ text, name: _, ...place }) => {
  expect(jsonPathAt(text, text.length)).toEqual(place);
});

test("no text, however broken, has a place that ends the editor", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ \na') }), (text) => {
      expect(jsonPathAt(text, text.length).path.length).toBeLessThanOrEqual(text.length);
    }),
  );
});
