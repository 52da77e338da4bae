import type { ExpectationResult, RunReport } from "@irsa-sim/core";
import type { RunStory, StepStory, Story } from "@irsa-sim/story";
import { failureBlock, lookLines } from "./blocks/failure-block.js";
import { rotationBlock } from "./blocks/rotation-block.js";
import { storyLines } from "./blocks/story-lines.js";
import { warningBlock } from "./blocks/warning-block.js";
import { chooseStory } from "./choose-story.js";
import { renderMessages } from "./render-messages.js";
import { foldedLines, renderStepBlock } from "./render-step-block.js";
import { tellRun } from "./tell-run.js";
import { indented, leftAndRight } from "./text/layout.js";
import { instant } from "./text/time.js";
import type { RunViewOptions } from "./view-options.js";

/** A run for a person at a terminal: the answer, one block a step, then how it ended. No line is wider than `options.width`. */
export function renderRun(played: RunReport, options: RunViewOptions): string {
  const run = tellRun(played);
  const { report } = run;
  const story = chooseStory(run, options.about ?? {}) ?? run.main;
  const { onlyStep, toStep = 9 } = options;
  const steps = story.steps.filter(({ step }) => step <= toStep && (onlyStep === undefined || step === onlyStep));
  const isCut = toStep < (report.failure?.step ?? 9);
  const answer = isCut || onlyStep !== undefined ? [] : failureBlock(report, options);
  return [
    ...header(report, options),
    ...storyLines(run, story, options),
    ...windowLine(report, options),
    "",
    ...(answer.length === 0 ? [] : [...answer, ""]),
    ...steps.map((told) => stepLines(told, run, options).trimEnd()),
    "",
    ...(isCut ? [] : ending(run, story, options)).filter((lines) => lines.length > 0).flatMap((lines) => [...lines, ""]),
  ].join("\n");
}

function stepLines(told: StepStory, { report }: RunStory, options: RunViewOptions): string {
  const note = foldNote(told, report, options);
  if (note !== null) return foldedLines(told, note, options).join("\n");
  const messages = options.verbose ? renderMessages(report, told.step, options) : "";
  // Whole messages stand apart from the block above them.
  return renderStepBlock(report, told.step, options) + (messages === "" ? "" : `\n${messages}\n`);
}

/** Why nothing need be told of a step: it went as in the base, or, in a run without one that was refused, it passed; `null` when it is told. */
function foldNote({ step, outcome }: StepStory, { failure }: RunReport, { full, verbose, onlyStep, against }: RunViewOptions): string | null {
  if (full || verbose || onlyStep !== undefined || (outcome !== "passed" && outcome !== "not-reached")) return null;
  if (against !== undefined) return against.comparison.steps[step]?.outcome === "same" ? `as in ${against.base}` : null;
  return failure !== null && outcome === "passed" ? "" : null;
}

function header({ scenario, title, seed, startAt, keys, network }: RunReport, { width, palette }: RunViewOptions): readonly string[] {
  const unusual = [...(network === "loopback" ? ["loopback"] : []), ...(keys === "fresh" ? ["fresh keys"] : [])].map((text) => `${text} · `).join("");
  return leftAndRight(`${palette.accent(palette.strong(scenario))} · ${title}`, palette.quiet(`${unusual}seed ${seed} · ${instant(startAt)}`), width);
}

/** That not all is told. */
function windowLine({ window }: RunReport, { palette, width }: RunViewOptions): readonly string[] {
  if (window === undefined) return [];
  return indented(palette.quiet(`told from ${window.kept} of ${window.recorded} events: the beginning and the latest; --trace all keeps everything`), 1, width);
}

function ending({ report }: RunStory, story: Story, options: RunViewOptions): readonly (readonly string[])[] {
  return [
    rotationBlock(story, report.startAt, options),
    report.failure === null ? [] : [...failureBlock(report, options), ...lookLines(report.scenario, report.failure, options)],
    warningBlock(report, options),
    expectationLines(report, options),
  ];
}

/** The one line that matters to CI: as expected, or what was not. */
function expectationLines({ outcome, expectations, failure }: RunReport, { width, palette }: RunViewOptions): readonly string[] {
  if (outcome === "as-expected") return [` ${palette.good("✔")} as expected: ${failure === null ? "every call succeeded" : `refused in step ${failure.step}`}`];
  const unmet = expectations.filter(({ met }) => !met);
  return [` ${palette.bad("✘")} not as the scenario expects`, ...unmet.flatMap((result) => unmetLines(result, width))];
}

function unmetLines({ path, expected, actual }: ExpectationResult, width: number): readonly string[] {
  return [...indented(`${path}: expected ${expected}`, 3, width), ...indented(`found ${actual}`, 3 + path.length + 2, width)];
}
