import type { RunReport } from "@irsa-sim/core";
import { failureBlock, lookLines } from "./blocks/failure-block.js";
import { cleanReport } from "./clean-report.js";
import type { ViewOptions } from "./view-options.js";

/** What the caller was told, what really happened and what to do; empty when nothing was refused. Ends with a newline. */
export function renderFailure(played: RunReport, options: ViewOptions): string {
  const report = cleanReport(played);
  if (report.failure === null) return "";
  return `${[...failureBlock(report, options), ...lookLines(report.scenario, report.failure, options)].join("\n")}\n`;
}
