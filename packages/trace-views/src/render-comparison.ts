import type { RunReport } from "@irsa-sim/core";
import { compareRuns, type StepComparison, type StepStory } from "@irsa-sim/story";
import { differenceLines } from "./blocks/difference-lines.js";
import { statusText } from "./blocks/status-text.js";
import { tellRun } from "./tell-run.js";
import { cleanLine } from "./text/clean-line.js";
import { indented, leftAndRight } from "./text/layout.js";
import type { ViewOptions } from "./view-options.js";

/** Two runs side by side: where they part first, then each step. No line is wider than `options.width`. */
export function renderComparison(base: RunReport, here: RunReport, options: ViewOptions): string {
  const [inBase, told] = [tellRun(base), tellRun(here)];
  const { first, steps } = compareRuns(inBase, told);
  const { palette, width } = options;
  const names = namesOf(base.scenario, here.scenario);
  const lines = steps.flatMap((step) =>
    stepLines(step, { base: inBase.main.steps[step.step] as StepStory, here: told.main.steps[step.step] as StepStory, name: names.base }, options),
  );
  return [
    ...indented(`${palette.accent(palette.strong(names.here))} against ${palette.accent(palette.strong(names.base))}`, 0, width),
    "",
    ...(first === null
      ? [` ${palette.good("✔")} the same, but for what differs by chance`]
      : [
          ...indented(palette.strong(`first difference, ${first.step === null ? "outside of all steps" : `in step ${first.step}`}`), 1, width),
          ...differenceLines(first, names.base, options),
        ]),
    "",
    ...lines,
    "",
  ].join("\n");
}

/** Saved traces of one scenario have one name. */
function namesOf(base: string, here: string): { readonly base: string; readonly here: string } {
  return base === here ? { base: `${cleanLine(base)} (first)`, here: `${cleanLine(here)} (second)` } : { base: cleanLine(base), here: cleanLine(here) };
}

interface Sides {
  readonly base: StepStory;
  readonly here: StepStory;
  readonly name: string;
}

function stepLines({ outcome, difference }: StepComparison, { base, here, name }: Sides, options: ViewOptions): readonly string[] {
  const { palette, width } = options;
  const title = ` ${palette.accent(String(here.step))}  ${palette.strong(here.title)}`;
  if (outcome === "same") return leftAndRight(title, palette.quiet("the same"), width);
  const status = base.outcome === here.outcome ? palette.accent("differs") : `${statusText(base, palette)} → ${statusText(here, palette)}`;
  return [...leftAndRight(title, status, width), ...(difference === null ? [] : differenceLines(difference, name, options))];
}
