import type { TestReport } from "@irsa-sim/core";
import { cleanTexts } from "../text/clean-texts.js";
import { failureLines } from "./describe-result.js";
import { escapeMarkdown } from "./escape-markdown.js";
import { fence } from "./fence.js";

/** The report as Markdown, for a job summary or a page. */
export function toMarkdown(report: TestReport): string {
  const { passed, failed, invalid, skipped, scenarios } = cleanTexts(report);
  const rows = scenarios.map(
    ({ name, title, outcome, failure }) =>
      `| ${outcome === "passed" ? "✓" : "✗"} | ${escapeMarkdown(name)} | ${escapeMarkdown(title)} | ${escapeMarkdown(failure?.cause ?? "")} |`,
  );
  const failures = scenarios
    .filter(({ outcome }) => outcome !== "passed")
    .map((result) => `### ✗ ${escapeMarkdown(result.name)}\n\n${fence(failureLines(result).join("\n"))}\n`);
  return `## irsa-sim: ${passed} passed, ${failed} failed, ${skipped} skipped${invalid === 0 ? "" : `, ${invalid} invalid`}

| | scenario | title | cause |
| --- | --- | --- | --- |
${rows.join("\n")}
${failures.map((text) => `\n${text}`).join("")}`;
}
