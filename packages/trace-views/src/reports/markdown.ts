import type { TestReport } from "@irsa-sim/core";
import { failureLines } from "./describe-result.js";

/** The report as Markdown, for a job summary or a page. */
export function toMarkdown({ passed, failed, skipped, scenarios }: TestReport): string {
  const rows = scenarios.map(
    ({ name, title, outcome, failure }) => `| ${outcome === "passed" ? "✓" : "✗"} | ${cell(name)} | ${cell(title)} | ${cell(failure?.cause ?? "")} |`,
  );
  const failures = scenarios
    .filter(({ outcome }) => outcome === "failed")
    .map((result) => `### ✗ ${result.name}\n\n${fence(failureLines(result).join("\n"))}\n`);
  return `## irsa-sim: ${passed} passed, ${failed} failed, ${skipped} skipped

| | scenario | title | cause |
| --- | --- | --- | --- |
${rows.join("\n")}
${failures.map((text) => `\n${text}`).join("")}`;
}

function cell(text: string): string {
  return text.replaceAll(/[\\|*_`<[\]]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
}

/** A code block whose fence is longer than any in the text. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}text\n${text}\n${marks}`;
}
