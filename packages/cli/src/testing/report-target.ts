import { InvalidArgumentError } from "commander";

/** The formats in which a test's report is written. */
const REPORT_FORMATS = ["junit", "json", "tap", "github", "markdown"] as const;

/** A report to write. */
export interface ReportTarget {
  readonly format: (typeof REPORT_FORMATS)[number];
  /** `null` for standard output. */
  readonly file: string | null;
}

/**
 * Reads one `--report`, such as `junit=report.xml` or `github`, and adds it to those before.
 *
 * @throws {InvalidArgumentError} for an unknown format
 */
export function parseReport(text: string, before: readonly ReportTarget[]): readonly ReportTarget[] {
  const [, name = "", file = null] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
  const format = REPORT_FORMATS.find((known) => known === name);
  if (format === undefined) throw new InvalidArgumentError(`a report is one of ${REPORT_FORMATS.join(", ")}, with =FILE or without; found "${text}".`);
  return [...before, { format, file }];
}
