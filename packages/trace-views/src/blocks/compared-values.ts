import type { Finding } from "@irsa-sim/core";
import { markDifference } from "@irsa-sim/story";
import type { Palette } from "../palette.js";
import { displayWidth } from "../text/display-width.js";
import { fits, indented, labelled } from "../text/layout.js";

/** Where two values stand. */
export interface ComparedLayout {
  readonly indent: number;
  /** Where the values begin. */
  readonly column: number;
  readonly width: number;
  readonly palette: Palette;
  /** How the two are called; a quiet `expected` and `actual` when left out. */
  readonly labels?: readonly [string, string];
  /** Whether what differs is marked; it is when left out. */
  readonly marked?: boolean;
}

/** Expected and actual under each other, where each came from, and a mark under the part that differs. */
export function comparedValues(expected: Finding, actual: Finding, layout: ComparedLayout): readonly string[] {
  const { column, width, palette, marked = true, labels = [palette.quiet("expected"), palette.quiet("actual")] } = layout;
  const mark = marked ? differenceMark(expected.value, actual.value) : "";
  const [first, second] = [valueLines(labels[0], expected, layout), valueLines(labels[1], actual, layout)];
  const isOnOneLine = mark !== "" && column + displayWidth(actual.value) <= width && fits(actual.value, column, width);
  return [...first, ...second, ...(isOnOneLine ? [`${" ".repeat(column)}${palette.bad(mark)}`] : [])];
}

function valueLines(label: string, finding: Finding, { indent, column, width, palette }: ComparedLayout): readonly string[] {
  const lines = labelled(label, finding.value, { indent, column, width });
  const place = placeOf(finding);
  if (place === "") return lines;
  const beside = `${lines.at(-1)}  ${palette.quiet(place)}`;
  return displayWidth(beside) <= width ? [...lines.slice(0, -1), beside] : [...lines, ...indented(palette.quiet(place), column, width)];
}

/** `trust-policy.json:14:11` for a file of the user's, `token sub` for a claim. */
function placeOf({ from }: Finding): string {
  if (from === undefined) return "";
  if (from.line !== undefined) return `${from.file}:${from.line}${from.column === undefined ? "" : `:${from.column}`}`;
  return from.pointer === undefined ? from.file : `${from.file} ${from.pointer}`;
}

/** `^^^` under the part of `actual` in which it differs from `expected`; nothing when they have nothing in common. */
export function differenceMark(expected: string, actual: string): string {
  const { before, actual: differing, after } = markDifference(expected, actual);
  if (expected === actual || before + after === "") return "";
  return " ".repeat(before.length) + "^".repeat(Math.max(differing.length, 1));
}
