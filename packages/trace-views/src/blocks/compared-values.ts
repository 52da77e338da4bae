import type { Finding } from "@irsa-sim/core";
import { markDifference } from "@irsa-sim/story";
import type { Palette } from "../palette.js";
import { displayWidth } from "../text/display-width.js";
import { indented, labelled } from "../text/layout.js";
import { type MarkedPart, markLines } from "./mark-lines.js";

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
  const { palette, marked = true, labels = [palette.quiet("expected"), palette.quiet("actual")] } = layout;
  const mark = marked ? differingPart(expected.value, actual.value) : null;
  return [...valueLines(labels[0], expected, layout), ...valueLines(labels[1], actual, { ...layout, mark })];
}

function valueLines(
  label: string,
  finding: Finding,
  { indent, column, width, palette, mark = null }: ComparedLayout & { readonly mark?: MarkedPart | null },
): readonly string[] {
  const lines = labelled(label, finding.value, { indent, column, width });
  const marks = mark === null ? [] : markLines(lines, finding.value, { part: mark, width });
  const place = placeOf(finding);
  const beside = `${lines.at(-1)}  ${palette.quiet(place)}`;
  const isBeside = place !== "" && displayWidth(beside) <= width;
  return [
    ...lines.flatMap((line, index) => {
      const under = marks[index] ?? null;
      return [isBeside && index === lines.length - 1 ? beside : line, ...(under === null ? [] : [under.replace(/\^+/, (mark) => palette.bad(mark))])];
    }),
    ...(place === "" || isBeside ? [] : indented(palette.quiet(place), column, width)),
  ];
}

/** `trust-policy.json:14:11` for a file of the user's, `token sub` for a claim. */
function placeOf({ from }: Finding): string {
  if (from === undefined) return "";
  if (from.line !== undefined) return `${from.file}:${from.line}${from.column === undefined ? "" : `:${from.column}`}`;
  return from.pointer === undefined ? from.file : `${from.file} ${from.pointer}`;
}

/** Where `actual` differs from `expected`; where it only lacks something, what stands there instead; `null` when they are equal or have nothing in common. */
function differingPart(expected: string, actual: string): MarkedPart | null {
  const { before, actual: differing, after } = markDifference(expected, actual);
  if (expected === actual || before + after === "") return null;
  return { from: before.length, to: before.length + Math.max(differing.length, 1) };
}
