import type { Failure } from "@irsa-sim/core";
import { labelled } from "../text/layout.js";
import { shellWord } from "../text/shell-word.js";
import type { ViewOptions } from "../view-options.js";

const VALUE_COLUMN = 12;

/** What the caller was told, what really happened, and what to do. */
export function failureBlock(scenario: string, failure: Failure, { width, palette, typed }: ViewOptions): readonly string[] {
  const { command, scenario: name } = typed ?? { command: "irsa-sim", scenario: shellWord(scenario) };
  const row = (label: string, text: string): readonly string[] => labelled(palette.strong(label), text, { indent: 1, column: VALUE_COLUMN, width });
  const status = failure.status === null ? "" : `${failure.status} `;
  return [
    ...row(failure.step < 6 ? "Told" : "AWS says", `${palette.bad(`${status}${failure.code}`)}   ${failure.message}`),
    ...(failure.because === null ? [] : row("Because", failure.cause === null ? failure.because : `${palette.accent(failure.cause)}: ${failure.because}`)),
    ...(failure.fix === null ? [] : row("Fix", failure.fix)),
    ...row("Look", palette.quiet(`${command} step ${name}  ·  ${command} run ${name} --step ${failure.step} --verbose`)),
  ];
}
