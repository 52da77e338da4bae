import type { TestReport } from "@irsa-sim/core";
import { testReportToJson, toGithub, toJunit, toMarkdown, toTap } from "@irsa-sim/trace-views";
import type { ReportTarget } from "./report-target.js";

const FORMATS: Readonly<Record<ReportTarget["format"], (report: TestReport) => string>> = {
  junit: toJunit,
  json: testReportToJson,
  tap: toTap,
  github: toGithub,
  markdown: toMarkdown,
};

/** The report in the target's format. */
export function renderReport(report: TestReport, { format }: Pick<ReportTarget, "format">): string {
  return FORMATS[format](report);
}
