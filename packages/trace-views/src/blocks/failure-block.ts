import type { Failure, RunReport } from "@irsa-sim/core";
import { labelled } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";

const VALUE_COLUMN = 12;

/** What the caller was told, what really happened, and what to do. */
export function failureBlock({ scenario }: RunReport, failure: Failure, { width, palette }: ViewOptions): readonly string[] {
  const row = (label: string, text: string): readonly string[] => labelled(palette.strong(label), text, { indent: 1, column: VALUE_COLUMN, width });
  const status = failure.status === null ? "" : `${failure.status} `;
  return [
    ...row(failure.step < 6 ? "Told" : "AWS says", `${palette.bad(`${status}${failure.code}`)}   ${failure.message}`),
    ...(failure.because === null ? [] : row("Because", failure.cause === null ? failure.because : `${palette.accent(failure.cause)}: ${failure.because}`)),
    ...(failure.fix === null ? [] : row("Fix", failure.fix)),
    ...row("Look", palette.quiet(`irsa-sim step ${scenario}  ·  irsa-sim run ${scenario} --step ${failure.step} --verbose`)),
  ];
}
