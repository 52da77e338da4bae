import type { RunReport, Step, StepReport } from "@irsa-sim/core";
import { checkLines } from "./blocks/check-lines.js";
import { exchangeLines } from "./blocks/exchange-lines.js";
import { STEP_DETAILS } from "./blocks/step-details.js";
import { type StepEvents, stepEvents } from "./blocks/step-events.js";
import { cleanReport } from "./clean-report.js";
import { indented, leftAndRight } from "./text/layout.js";
import type { ViewOptions } from "./view-options.js";

/** One step: what became of it, who called whom, what is worth a look, the checks. Ends with a newline. */
export function renderStepBlock(played: RunReport, step: Step, options: ViewOptions): string {
  const report = cleanReport(played);
  const found = report.steps[step] as StepReport;
  const events = stepEvents(report, step);
  const title = ` ${options.palette.accent(String(step))}  ${options.palette.strong(found.title)}`;
  const lines = [
    ...leftAndRight(title, statusText(found, events, { options, isBehind: isBehindRefusal(report, step) }), options.width),
    ...exchangeLines(events.exchanges, options),
    ...STEP_DETAILS[step](events.all, options),
    ...checkLines(events.checks, options),
    ...(isBehindRefusal(report, step) ? [] : missingLines(found, events, options)),
  ];
  return `${lines.join("\n")}\n`;
}

/** What such a step shows is from an earlier pass through the flow. */
function isBehindRefusal({ failure }: RunReport, step: Step): boolean {
  return failure !== null && step > failure.step;
}

function statusText(
  { outcome }: StepReport,
  { all, checks }: StepEvents,
  { options: { palette }, isBehind }: { readonly options: ViewOptions; readonly isBehind: boolean },
): string {
  const count = checks.length === 0 ? "" : `${checks.length} ${checks.length === 1 ? "check" : "checks"} `;
  if (outcome === "ok") return palette.good(`${count}✔`);
  if (outcome === "refused") return palette.bad(checks.length === 0 ? "refused ✘" : `${checks.filter(({ passed }) => !passed).length} of ${count}✘`);
  if (all.length === 0) return palette.quiet("not reached");
  return palette.quiet(isBehind ? "not reached again" : "not done");
}

/** A step in which something happened, but not what the flow needs. */
function missingLines({ outcome, evidence }: StepReport, { all }: StepEvents, { width, palette }: ViewOptions): readonly string[] {
  if (outcome !== "not-reached" || all.length === 0) return [];
  return evidence.filter(({ event }) => event === null).flatMap(({ what }) => indented(palette.quiet(`– did not happen: ${what}`), 4, width));
}
