import type { RunReport } from "@irsa-sim/core";
import { labelled } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";

const VALUE_COLUMN = 12;

/** What nobody was refused for and is wrong all the same. */
export function warningBlock({ warnings }: Pick<RunReport, "warnings">, { width, palette }: ViewOptions): readonly string[] {
  const row = (label: string, text: string): readonly string[] => labelled(palette.strong(label), text, { indent: 1, column: VALUE_COLUMN, width });
  return warnings.flatMap(({ cause, because, fix, from }) => [
    ...row("Beware", `${palette.accent(cause)}: ${because}`),
    ...row("Look at", from?.line === undefined ? fix : `${from.file}:${from.line}: ${fix}`),
  ]);
}
