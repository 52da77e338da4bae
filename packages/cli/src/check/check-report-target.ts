import { InvalidArgumentError } from "commander";

/** The formats in which a check's report is written. */
const FORMATS = ["junit", "github", "sarif", "markdown", "json"] as const;

/** A report to write. */
export interface CheckReportTarget {
  readonly format: (typeof FORMATS)[number];
  /** `null` for standard output. */
  readonly file: string | null;
}

/**
 * Reads one `--report`, such as `sarif=check.sarif` or `github`, and adds it to those before.
 *
 * @throws {InvalidArgumentError} for an unknown format
 */
export function parseCheckReport(text: string, before: readonly CheckReportTarget[]): readonly CheckReportTarget[] {
  const [, name = "", file = null] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) throw new InvalidArgumentError(`a report is one of ${FORMATS.join(", ")}, with =FILE or without; found "${text}".`);
  return [...before, { format, file }];
}
