import type { CheckReport } from "@irsa-sim/core";
import { checkToGithub, checkToJunit, checkToMarkdown, checkToSarif } from "@irsa-sim/trace-views";
import { writeAtomically } from "../files/write-atomically.js";
import { readVersion } from "../settings/read-version.js";
import { print } from "../terminal/print.js";
import type { CheckReportTarget } from "./check-report-target.js";

/**
 * Writes the reports of a check that are asked for.
 *
 * @throws {PathError} when a file cannot be written
 */
export function writeCheckReports(report: CheckReport, targets: readonly CheckReportTarget[]): void {
  for (const { format, file } of targets) {
    const text = RENDER[format](report);
    if (file !== null) writeAtomically(file, text);
    // These are commands, and meant.
    else if (format === "github") process.stdout.write(text);
    else print(text);
  }
}

const RENDER: Readonly<Record<CheckReportTarget["format"], (report: CheckReport) => string>> = {
  junit: checkToJunit,
  github: checkToGithub,
  sarif: (report) => checkToSarif(report, readVersion()),
  markdown: checkToMarkdown,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
};
