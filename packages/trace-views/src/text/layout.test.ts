import { expect, test } from "vitest";
import { labelled } from "./layout.js";

const PLACE = { indent: 1, column: 10, width: 60 };

test.each([
  { name: "a label stands before its column", label: "short", lines: [" short    text of it"] },
  { name: "a label that fills its column stands apart from the text", label: "ninechars", lines: [" ninechars text of it"] },
  { name: "a longer label goes before", label: "longer than that", lines: [" longer than that text of it"] },
])("$name", ({ label, lines }) => {
  expect(labelled(label, "text of it", PLACE)).toEqual(lines);
});
