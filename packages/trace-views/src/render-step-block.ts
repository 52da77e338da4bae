import type { RunReport, Step } from "@irsa-sim/core";
import type { StepComparison, StepStory } from "@irsa-sim/story";
import { checkLines } from "./blocks/check-lines.js";
import { differenceLines } from "./blocks/difference-lines.js";
import { exchangeLines } from "./blocks/exchange-lines.js";
import { statusText } from "./blocks/status-text.js";
import { STEP_DETAILS } from "./blocks/step-details.js";
import { chooseStory } from "./choose-story.js";
import { tellRun } from "./tell-run.js";
import { indented, leftAndRight } from "./text/layout.js";
import { oneLine } from "./text/one-line.js";
import type { RunViewOptions, ViewOptions } from "./view-options.js";

/** How one step is rendered. */
export type StepViewOptions = ViewOptions & Partial<Pick<RunViewOptions, "verbose" | "against">>;

/** One step: why it exists, what became of it, who called whom, what is worth a look, the checks. Ends with a newline. */
export function renderStepBlock(played: RunReport, step: Step, options: StepViewOptions): string {
  const run = tellRun(played);
  const story = chooseStory(run, options.about ?? {}) ?? run.main;
  const told = story.steps[step] as StepStory;
  const lines = [
    ...titleLines(told, options),
    ...reasonLines(told, options),
    ...exchangeLines(told.arrows, options),
    ...comparedLines(told, options),
    ...STEP_DETAILS[step](told, options, story),
    ...checkLines(told.checks, options),
    ...missingLines(told, options),
  ];
  return `${lines.join("\n")}\n`;
}

/** A step of which nothing is to be told, on one line. */
export function foldedLines(told: StepStory, note: string, options: ViewOptions): readonly string[] {
  const { palette } = options;
  const status = told.outcome === "not-reached" ? palette.quiet(`${note}, not reached`) : `${palette.quiet(note)} ${palette.good("✔")}`;
  return leftAndRight(title(told, options), status.trimStart(), options.width);
}

function titleLines(told: StepStory, options: StepViewOptions): readonly string[] {
  return leftAndRight(title(told, options), statusText(told, options.palette), options.width);
}

function title({ step, title }: StepStory, { palette }: ViewOptions): string {
  return ` ${palette.accent(String(step))}  ${palette.strong(title)}`;
}

/** Why the step exists, on one line; whole and with the technical note where that is asked for. */
function reasonLines({ why, technical }: StepStory, { width, palette, verbose = false }: StepViewOptions): readonly string[] {
  if (verbose) return [...indented(palette.quiet(why), 4, width), ...indented(palette.quiet(technical), 4, width)];
  return [`    ${palette.quiet(oneLine(firstSentence(why), width - 4))}`];
}

function firstSentence(text: string): string {
  return /^.*?[.?!](?= |$)/.exec(text)?.[0] ?? text;
}

/** Where the step passed here as in the base and all the same differs, the cause may be. */
function comparedLines({ step, outcome }: StepStory, options: StepViewOptions): readonly string[] {
  const compared: StepComparison | undefined = options.against?.comparison.steps[step];
  if (options.against === undefined || compared?.difference == null || (outcome !== "passed" && outcome !== "incomplete")) return [];
  return differenceLines(compared.difference, options.against.base, options);
}

/** A step in which something happened, but not what the flow needs. */
function missingLines({ outcome, missing }: StepStory, { width, palette }: ViewOptions): readonly string[] {
  return outcome === "incomplete" ? missing.flatMap((what) => indented(palette.quiet(`– did not happen: ${what}`), 4, width)) : [];
}
