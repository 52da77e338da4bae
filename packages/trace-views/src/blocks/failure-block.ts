import type { Failure, RunReport } from "@irsa-sim/core";
import { indented } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";

const LABEL_COLUMNS = 12;

/** What the caller was told, what really happened, and what to do. */
export function failureBlock({ scenario }: RunReport, failure: Failure, { width, palette }: ViewOptions): readonly string[] {
  const row = (label: string, text: string): readonly string[] => {
    const [first = "", ...rest] = indented(text, LABEL_COLUMNS, width);
    return [` ${palette.strong(label.padEnd(LABEL_COLUMNS - 1))}${first.slice(LABEL_COLUMNS)}`, ...rest];
  };
  const status = failure.status === null ? "" : `${failure.status} `;
  return [
    ...row(failure.step < 6 ? "Told" : "AWS says", `${palette.bad(`${status}${failure.code}`)}   ${failure.message}`),
    ...(failure.because === null ? [] : row("Because", failure.cause === null ? failure.because : `${palette.accent(failure.cause)}: ${failure.because}`)),
    ...(failure.fix === null ? [] : row("Fix", failure.fix)),
    ...row("Look", palette.quiet(`irsa-sim step ${scenario}  ·  irsa-sim run ${scenario} --step ${failure.step} --verbose`)),
  ];
}
