import type { TestReport } from "@irsa-sim/core";
import { toGithub, toJunit, toMarkdown, toTap } from "@irsa-sim/trace-views";
import type { ReportTarget } from "./report-target.js";

const FORMATS: Readonly<Record<ReportTarget["format"], (report: TestReport) => string>> = {
  junit: toJunit,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  tap: toTap,
  github: toGithub,
  markdown: toMarkdown,
};

/** The report in the target's format. */
export function renderReport(report: TestReport, { format }: Pick<ReportTarget, "format">): string {
  return FORMATS[format](report);
}
