import type { Difference } from "@irsa-sim/story";
import { cleanLine } from "../text/clean-line.js";
import { indented } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";
import { comparedValues } from "./compared-values.js";

/** Where a run parts from another in an event: the place in it, and what stands there in each. */
export function differenceLines({ what, path, expected, actual }: Difference, base: string, { width, palette }: ViewOptions): readonly string[] {
  const place = path === "" ? "" : `  ${palette.quiet(cleanLine(path))}`;
  const head = indented(`${palette.accent("≠")} ${cleanLine(what)}${place}`, 4, width);
  const value = (text: string): { readonly value: string } => ({ value: text === "" ? "–" : cleanLine(text) });
  return [
    ...head,
    ...comparedValues(value(expected), value(actual), { indent: 6, column: Math.max(17, base.length + 8), width, palette, labels: [base, "here"] }),
  ];
}
