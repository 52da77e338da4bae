import { expect, test } from "vitest";
import { goJson, goString } from "./go-json.js";

test.each([
  { name: "what HTML would notice", text: "<a & b>", written: '"\\u003ca \\u0026 b\\u003e"' },
  { name: "line separators", text: "\u2028\u2029", written: '"\\u2028\\u2029"' },
  { name: "short forms", text: '\b\f\n\r\t"\\', written: '"\\b\\f\\n\\r\\t\\"\\\\"' },
  { name: "other control characters", text: "\u0000\u001f", written: '"\\u0000\\u001f"' },
  { name: "what stays", text: "/'\u007fäß€😀", written: '"/\'\u007fäß€😀"' },
  { name: "a lone surrogate", text: "a\ud800b", written: '"a\ufffdb"' },
])("$name", ({ text, written }) => {
  expect(goString(text)).toBe(written);
  expect(goJson({ a: [text] })).toBe(`{"a":[${written}]}`);
});

test("what only looks like a lone surrogate stays", () => {
  expect(goJson({ a: "\\ud800" })).toBe(String.raw`{"a":"\\ud800"}`);
});
