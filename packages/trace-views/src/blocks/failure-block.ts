import { type Failure, type Finding, findEvent, type RunReport } from "@irsa-sim/core";
import { labelled } from "../text/layout.js";
import { shellWord } from "../text/shell-word.js";
import type { ViewOptions } from "../view-options.js";
import { comparedValues } from "./compared-values.js";
import { fixLabel } from "./fix-label.js";

const VALUE_COLUMN = 12;
const LAYOUT = { indent: 1, column: VALUE_COLUMN };

/** What the caller was told, what really happened with the two values that were compared, what else is behind it, and what to do. */
export function failureBlock({ failure, events }: RunReport, options: ViewOptions): readonly string[] {
  if (failure === null) return [];
  const check = failure.event === null ? null : findEvent(events, failure.event);
  return failureLines(failure, check?.kind === "check" ? check : null, options);
}

/** The same of a refusal alone. */
export function failureLines(
  failure: Failure,
  compared: { readonly expected: Finding; readonly actual: Finding } | null,
  { width, palette }: Pick<ViewOptions, "width" | "palette">,
): readonly string[] {
  const row = (label: string, text: string): readonly string[] => labelled(palette.strong(label), text, { ...LAYOUT, width });
  const status = failure.status === null ? "" : `${failure.status} `;
  return [
    ...row(failure.step < 6 ? "Told" : "AWS says", `${palette.bad(`${status}${failure.code}`)}   ${failure.message}`),
    ...(failure.because === null ? [] : row("Because", failure.cause === null ? failure.because : `${palette.accent(failure.cause)}: ${failure.because}`)),
    ...(compared === null
      ? []
      : comparedValues(compared.expected, compared.actual, { ...LAYOUT, width, palette, labels: [palette.strong("Expected"), palette.strong("Actual")] })),
    ...failure.also.flatMap(({ cause, because }) => row("And", `${palette.accent(cause)}: ${because}`)),
    ...(failure.fix === null ? [] : row(fixLabel(failure), failure.fix)),
  ];
}

/** What to type to see more of a refusal. */
export function lookLines(scenario: string, { step }: Failure, { width, palette, typed }: ViewOptions): readonly string[] {
  const { command, scenario: name } = typed ?? { command: "irsa-sim", scenario: shellWord(scenario) };
  return labelled(palette.strong("Look"), palette.quiet(`${command} step ${name}  ·  ${command} run ${name} --step ${step} --verbose`), { ...LAYOUT, width });
}
