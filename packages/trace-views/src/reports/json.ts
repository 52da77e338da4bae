import type { TestReport } from "@irsa-sim/core";
import { cleanLines } from "../text/clean-lines.js";

/** The report as JSON (`irsa-sim/test/v1`), with escapes for all that acts on a terminal; read back, it is the report. */
export function testReportToJson(report: TestReport): string {
  return `${cleanLines(JSON.stringify(report, null, 2))}\n`;
}
