import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import { cleanTexts } from "../text/clean-texts.js";
import type { ViewOptions } from "../view-options.js";
import { failureLines } from "./describe-result.js";

/** One scenario for a person: a line, and why it failed below. Ends with a newline. */
export function renderTestResult(tested: ScenarioResult, { palette }: Pick<ViewOptions, "palette">): string {
  const result = cleanTexts(tested);
  const time = palette.quiet(milliseconds(result.durationMs));
  if (result.outcome === "passed") return `${palette.good("✓")} ${result.name}  ${time}\n`;
  const lines = failureLines(result).map(
    (line) => `    ${line.replace(/^( {2}actual {4})(.*)$/, (_, label: string, actual: string) => label + palette.bad(actual))}`,
  );
  return `${palette.bad("✗")} ${palette.strong(result.name)}  ${time}\n${lines.join("\n")}\n`;
}

/** The last line: how many passed, failed and were not run. Ends with a newline. */
export function renderTestSummary(report: TestReport, { palette }: Pick<ViewOptions, "palette">): string {
  const { passed, failed, invalid, skipped, durationMs, scenarios } = cleanTexts(report);
  const names = scenarios.filter(({ outcome }) => outcome !== "passed").map(({ name }) => name);
  const failures = names.length === 0 ? "" : `${palette.bad("failed:")} ${names.join(", ")}\n`;
  const counts = [
    palette.good(`${passed} passed`),
    failed === 0 ? "0 failed" : palette.bad(`${failed} failed`),
    `${skipped} skipped`,
    ...(invalid === 0 ? [] : [palette.bad(`${invalid} invalid`)]),
  ];
  return `\n${failures}${counts.join(", ")}  ${palette.quiet(milliseconds(durationMs))}\n`;
}

function milliseconds(durationMs: number): string {
  return durationMs < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(2)} s`;
}
