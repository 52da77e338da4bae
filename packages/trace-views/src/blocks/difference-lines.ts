import type { Difference } from "@irsa-sim/story";
import { cleanLine } from "../text/clean-line.js";
import { displayWidth } from "../text/display-width.js";
import { indented } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";
import { comparedValues } from "./compared-values.js";

/**
 * Where a run parts from another: the event that one of them has alone, or the place in an event and what stands there in each.
 *
 * @param names.said before what differs, such as `first difference:`
 */
export function differenceLines(
  { what, path, expected, actual }: Difference,
  { base, here = "here", said = "" }: { readonly base: string; readonly here?: string; readonly said?: string },
  { width, palette }: ViewOptions,
): readonly string[] {
  const sign = `${palette.accent("≠")} ${said === "" ? "" : `${palette.strong(said)} `}`;
  if (path === "") return indented(`${sign}${cleanLine(describe({ expected, actual }, base, here))}`, 4, width);
  const value = (text: string): { readonly value: string } => ({ value: text === "" ? "–" : cleanLine(text) });
  const [head, place] = [`${sign}${cleanLine(what)}`, palette.quiet(cleanLine(path))];
  const isOnOneLine = displayWidth(head) + displayWidth(place) + 6 <= width;
  return [
    ...(isOnOneLine ? [`    ${head}  ${place}`] : [...indented(head, 4, width), ...indented(place, 6, width)]),
    ...comparedValues(value(expected), value(actual), {
      ...{ indent: 6, column: Math.max(17, base.length + 8, here.length + 8), width, palette },
      labels: [palette.quiet(base), palette.quiet(here)],
    }),
  ];
}

function describe({ expected, actual }: Pick<Difference, "expected" | "actual">, base: string, here: string): string {
  if (expected === "") return `only ${here === "here" ? here : `in ${here}`}: ${actual}`;
  return actual === "" ? `only in ${base}: ${expected}` : `${here} has ${actual} where ${base} has ${expected}`;
}
