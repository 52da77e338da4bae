import type { RunReport, Step } from "@irsa-sim/core";
import type { StepStory } from "@irsa-sim/story";
import { checkLines } from "./blocks/check-lines.js";
import { differenceLines } from "./blocks/difference-lines.js";
import { exchangeLines } from "./blocks/exchange-lines.js";
import { statusText } from "./blocks/status-text.js";
import { STEP_DETAILS } from "./blocks/step-details.js";
import { trustLines } from "./blocks/trust-lines.js";
import { chooseStory } from "./choose-story.js";
import { tellRun } from "./tell-run.js";
import { indented, leftAndRight } from "./text/layout.js";
import { wholeSentences } from "./text/whole-sentences.js";
import type { RunViewOptions, ViewOptions } from "./view-options.js";

/** How one step is rendered. */
export type StepViewOptions = ViewOptions & Partial<Pick<RunViewOptions, "verbose" | "full" | "against">>;

/** One step: why it exists, what became of it, who called whom, what is worth a look, the checks. Ends with a newline. */
export function renderStepBlock(played: RunReport, step: Step, options: StepViewOptions): string {
  const run = tellRun(played);
  const story = chooseStory(run, options.about ?? {}) ?? run.main;
  const told = story.steps[step] as StepStory;
  const isWhole = run.report.window === undefined;
  const lines = [
    ...titleLines(told, isWhole, options),
    ...reasonLines(told, options),
    ...exchangeLines(told.arrows, options),
    ...comparedLines(told, options),
    ...STEP_DETAILS[step](told, options, story),
    ...checkLines(told.checks, options),
    ...(step === 7 ? trustLines(told, story, options) : []),
    ...missingLines(told, isWhole, options),
  ];
  return `${lines.join("\n")}\n`;
}

/** A step of which nothing is to be told, on one line. */
export function foldedLines(told: StepStory, note: string, options: ViewOptions): readonly string[] {
  const { palette } = options;
  const status = told.outcome === "not-reached" ? palette.quiet(`${note}, not reached`) : `${palette.quiet(note)} ${palette.good("✔")}`;
  return leftAndRight(title(told, options), status.trimStart(), options.width);
}

function titleLines(told: StepStory, isWhole: boolean, options: StepViewOptions): readonly string[] {
  return leftAndRight(title(told, options), isWhole || isShown(told) ? statusText(told, options.palette) : options.palette.quiet("not kept"), options.width);
}

/** What became of it stands in the events that there are, whatever others there were. */
function isShown({ outcome }: StepStory): boolean {
  return outcome !== "not-reached" && outcome !== "incomplete";
}

function title({ step, title }: StepStory, { palette }: ViewOptions): string {
  return ` ${palette.accent(String(step))}  ${palette.strong(title)}`;
}

/** Why the step exists, on one line; whole and with the technical note where that is asked for. Nothing of a step that was not reached. */
function reasonLines({ why, technical, moments, outcome }: StepStory, { width, palette, verbose = false }: StepViewOptions): readonly string[] {
  if (verbose) return [...indented(palette.quiet(why), 4, width), ...indented(palette.quiet(technical), 4, width)];
  return outcome === "not-reached" && moments.length === 0 ? [] : [`    ${palette.quiet(wholeSentences(why, width - 4))}`];
}

/** The first place where a run parts from its base; what follows from it is told where everything is. */
function comparedLines({ step }: StepStory, options: StepViewOptions): readonly string[] {
  const { against, verbose, full } = options;
  if (against === undefined) return [];
  const { steps } = against.comparison;
  const isFirst = steps.find(({ difference }) => difference !== null)?.step === step;
  const difference = isFirst || verbose || full ? steps[step]?.difference : null;
  return difference ? differenceLines(difference, { base: against.base }, options) : [];
}

/** A step in which something happened, but not what the flow needs. */
function missingLines({ outcome, missing }: StepStory, isWhole: boolean, { width, palette }: ViewOptions): readonly string[] {
  const said = isWhole ? "did not happen" : "not among the events that were kept";
  return outcome === "incomplete" ? missing.flatMap((what) => indented(palette.quiet(`– ${said}: ${what}`), 4, width)) : [];
}
