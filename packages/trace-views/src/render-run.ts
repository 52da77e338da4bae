import type { ExpectationResult, RunReport } from "@irsa-sim/core";
import { failureBlock } from "./blocks/failure-block.js";
import { rotationBlock } from "./blocks/rotation-block.js";
import { warningBlock } from "./blocks/warning-block.js";
import { cleanReport } from "./clean-report.js";
import { renderMessages } from "./render-messages.js";
import { renderStepBlock } from "./render-step-block.js";
import { indented, leftAndRight } from "./text/layout.js";
import { instant } from "./text/time.js";
import type { RunViewOptions } from "./view-options.js";

/** A run for a person at a terminal: one block a step, then how it ended. No line is wider than `options.width`. */
export function renderRun(played: RunReport, options: RunViewOptions): string {
  const report = cleanReport(played);
  const { onlyStep, toStep = 9 } = options;
  const steps = report.steps.filter(({ step }) => step <= toStep && (onlyStep === undefined || step === onlyStep));
  const blocks = steps.map(({ step }) => renderStepBlock(report, step, options) + (options.verbose ? withGap(renderMessages(report, step, options)) : ""));
  const isCut = toStep < (report.failure?.step ?? 9);
  const ending = isCut
    ? []
    : [
        rotationBlock(report, options),
        report.failure === null ? [] : failureBlock(report.scenario, report.failure, options),
        warningBlock(report, options),
        expectationLines(report, options),
      ];
  return [
    ...header(report, options),
    ...windowLine(report, options),
    "",
    ...blocks.map((block) => block.trimEnd()),
    "",
    ...ending.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, ""]),
  ].join("\n");
}

/** Whole messages stand apart from the block above them. */
function withGap(messages: string): string {
  return messages === "" ? "" : `\n${messages}\n`;
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

/** The one line that matters to CI: as expected, or what was not. */
function expectationLines({ outcome, expectations, failure }: RunReport, { width, palette }: RunViewOptions): readonly string[] {
  if (outcome === "as-expected") return [` ${palette.good("✔")} as expected: ${failure === null ? "every call succeeded" : `refused in step ${failure.step}`}`];
  const unmet = expectations.filter(({ met }) => !met);
  return [` ${palette.bad("✘")} not as the scenario expects`, ...unmet.flatMap((result) => unmetLines(result, width))];
}

function unmetLines({ path, expected, actual }: ExpectationResult, width: number): readonly string[] {
  return [...indented(`${path}: expected ${expected}`, 3, width), ...indented(`found ${actual}`, 3 + path.length + 2, width)];
}
