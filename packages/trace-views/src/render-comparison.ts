import type { RunReport } from "@irsa-sim/core";
import { compareRuns, type Difference, type StepComparison, type StepStory } from "@irsa-sim/story";
import { differenceLines } from "./blocks/difference-lines.js";
import { statusText } from "./blocks/status-text.js";
import { verdictLines } from "./blocks/verdict-lines.js";
import { tellRun } from "./tell-run.js";
import { cleanLine } from "./text/clean-line.js";
import { indented, leftAndRight } from "./text/layout.js";
import type { ViewOptions } from "./view-options.js";

/** How far names may push what stands beside them. */
const MAX_COLUMN = 26;

/** Two runs side by side: how each came out and why, then each step with its difference, of which the first is said to be. No line is wider than `options.width`. */
export function renderComparison(base: RunReport, here: RunReport, options: ViewOptions): string {
  const [inBase, told] = [tellRun(base), tellRun(here)];
  const { first, steps } = compareRuns(inBase, told);
  const { palette, width } = options;
  const names = namesOf(base.scenario, here.scenario);
  const column = Math.min(Math.max(names.base.length, names.here.length) + 4, MAX_COLUMN);
  const lines = steps.flatMap((step) =>
    stepLines(step, { base: inBase.main.steps[step.step] as StepStory, here: told.main.steps[step.step] as StepStory, names, first }, options),
  );
  return [
    ...indented(`${palette.accent(palette.strong(names.here))} against ${palette.accent(palette.strong(names.base))}`, 0, width),
    "",
    ...verdictLines(names.base, inBase.report, { column, options }),
    ...verdictLines(names.here, told.report, { column, options }),
    "",
    ...(first === null ? [` ${palette.good("✔")} the same, but for what differs by chance`, ""] : []),
    ...(first?.step === null ? [...indented("outside of all steps", 1, width), ...differenceLines(first, { ...names, said: FIRST }, options), ""] : []),
    ...lines,
    "",
  ].join("\n");
}

const FIRST = "first difference:";

interface Names {
  readonly base: string;
  readonly here: string;
}

/** Saved traces of one scenario have one name. */
function namesOf(base: string, here: string): Names {
  return base === here ? { base: `${cleanLine(base)} (first)`, here: `${cleanLine(here)} (second)` } : { base: cleanLine(base), here: cleanLine(here) };
}

interface Sides {
  readonly base: StepStory;
  readonly here: StepStory;
  readonly names: Names;
  readonly first: Difference | null;
}

function stepLines({ outcome, difference }: StepComparison, { base, here, names, first }: Sides, options: ViewOptions): readonly string[] {
  const { palette, width } = options;
  const title = ` ${palette.accent(String(here.step))}  ${palette.strong(here.title)}`;
  if (outcome === "same") return leftAndRight(title, palette.quiet("the same"), width);
  const status = base.outcome === here.outcome ? palette.accent("differs") : `${statusText(base, palette)} → ${statusText(here, palette)}`;
  const isFirst = first?.step === here.step;
  const shown = isFirst ? first : difference;
  return [...leftAndRight(title, status, width), ...(shown ? differenceLines(shown, { ...names, said: isFirst ? FIRST : "" }, options) : [])];
}
