import type { RunReport } from "@irsa-sim/core";
import { failureBlock } from "./blocks/failure-block.js";
import { cleanReport } from "./clean-report.js";
import type { ViewOptions } from "./view-options.js";

/** What the caller was told, what really happened and what to do; empty when nothing was refused. Ends with a newline. */
export function renderFailure(report: RunReport, options: ViewOptions): string {
  const { scenario, failure } = cleanReport(report);
  return failure === null ? "" : `${failureBlock(scenario, failure, options).join("\n")}\n`;
}
