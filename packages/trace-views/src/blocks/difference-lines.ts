import type { Difference } from "@irsa-sim/story";
import { cleanLine } from "../text/clean-line.js";
import { indented } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";
import { comparedValues } from "./compared-values.js";

/** Where a run parts from another: the event that one of them has alone, or the place in an event and what stands there in each. */
export function differenceLines({ what, path, expected, actual }: Difference, base: string, { width, palette }: ViewOptions): readonly string[] {
  const sign = palette.accent("≠");
  if (path === "") return indented(`${sign} ${cleanLine(describe({ expected, actual }, base))}`, 4, width);
  const value = (text: string): { readonly value: string } => ({ value: text === "" ? "–" : cleanLine(text) });
  return [
    ...indented(`${sign} ${cleanLine(what)}  ${palette.quiet(cleanLine(path))}`, 4, width),
    ...comparedValues(value(expected), value(actual), {
      ...{ indent: 6, column: Math.max(17, base.length + 8), width, palette },
      labels: [palette.quiet(base), palette.quiet("here")],
    }),
  ];
}

function describe({ expected, actual }: Pick<Difference, "expected" | "actual">, base: string): string {
  if (expected === "") return `only here: ${actual}`;
  return actual === "" ? `only in ${base}: ${expected}` : `here ${actual}, where ${base} has ${expected}`;
}
