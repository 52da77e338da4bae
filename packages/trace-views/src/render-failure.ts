import type { RunReport } from "@irsa-sim/core";
import { failureBlock } from "./blocks/failure-block.js";
import type { ViewOptions } from "./view-options.js";

/** What the caller was told, what really happened and what to do; empty when nothing was refused. Ends with a newline. */
export function renderFailure(report: RunReport, options: ViewOptions): string {
  return report.failure === null ? "" : `${failureBlock(report, report.failure, options).join("\n")}\n`;
}
