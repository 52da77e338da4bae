import { appendFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { TestReport } from "@irsa-sim/core";
import type { TestFlags } from "../commands/test-flags.js";
import { makeFolders } from "../files/make-folders.js";
import { PathError } from "../files/path-error.js";
import { writeTo } from "../files/write-to.js";
import { print } from "../terminal/print.js";
import { renderReport } from "./render-report.js";
import type { ReportTarget } from "./report-target.js";

/** A report on standard output stands there alone. */
export function isSilent({ json, report }: Pick<TestFlags, "json" | "report">): boolean {
  return (json ?? false) || report.some(({ file, format }) => file === null && format !== "github");
}

/**
 * Writes all reports that are asked for, and in GitHub's own runner those that everybody wants there: annotations and the job's summary.
 *
 * @throws {PathError} the first that could not be written, when all others are
 */
export function writeReports(report: TestReport, flags: Pick<TestFlags, "json" | "report">): void {
  const isOnGithub = process.env.GITHUB_ACTIONS === "true" && !isSilent(flags);
  const isAsked = flags.report.some(({ format }) => format === "github");
  const all: readonly ReportTarget[] = [
    ...flags.report,
    ...(flags.json ? [{ format: "json", file: null } as const] : []),
    ...(isOnGithub && !isAsked ? [{ format: "github", file: null } as const] : []),
  ];
  const summary = process.env.GITHUB_STEP_SUMMARY;
  const writes = [
    ...all.map((target) => () => writeReport(report, target)),
    ...(isOnGithub && summary ? [() => writeTo(summary, () => appendFileSync(summary, renderReport(report, { format: "markdown" })))] : []),
  ];
  const [refused] = writes.flatMap(refusalOf);
  if (refused !== undefined) throw refused;
}

function writeReport(report: TestReport, { format, file }: ReportTarget): void {
  const text = renderReport(report, { format });
  if (file !== null) {
    writeTo(file, () => {
      makeFolders(dirname(file));
      writeFileSync(file, text);
    });
  } else if (format === "github") {
    // These are commands, and meant.
    process.stdout.write(text);
  } else print(text);
}

function refusalOf(write: () => void): readonly PathError[] {
  try {
    write();
    return [];
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    return [error];
  }
}
