import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import type { RunDrawing } from "../diagram/run-drawing.js";
import { cleanTexts } from "../text/clean-texts.js";
import { failureLines } from "./describe-result.js";
import { escapeMarkdown } from "./escape-markdown.js";
import { fence } from "./fence.js";

/** A test as a page of Markdown: an index, and of each scenario the answer, the steps and the diagram; of one that was not played, why. */
export function testToMarkdown(report: TestReport, drawings: readonly RunDrawing[]): string {
  const { passed, failed, invalid, skipped, scenarios } = cleanTexts(report);
  const unique = [...new Map(scenarios.map((result) => [result.name, result])).values()];
  const anchors = anchorsOf(unique.map(({ name }) => name));
  const rows = unique.map(
    ({ name, title, outcome, failure }) =>
      `| ${outcome === "passed" ? "✓" : "✗"} | [${escapeMarkdown(name)}](#${anchors.get(name)}) | ${escapeMarkdown(title)} | ${escapeMarkdown(failure?.cause ?? "")} |`,
  );
  return [
    `# irsa-sim: ${passed} passed, ${failed} failed, ${skipped} skipped${invalid === 0 ? "" : `, ${invalid} invalid`}`,
    ["| | scenario | title | cause |", "| --- | --- | --- | --- |", ...rows].join("\n"),
    ...unique.map((result) =>
      section(
        result,
        drawings.find(({ name }) => name === result.name),
      ).trimEnd(),
    ),
    "",
  ].join("\n\n");
}

function section(result: ScenarioResult, drawing: RunDrawing | undefined): string {
  const told = drawing?.markdown ?? `## ${escapeMarkdown(result.name)}\n\n${escapeMarkdown(result.title)}\n`;
  return result.outcome === "passed" ? told : `${told}\n**Not as expected**\n\n${fence(failureLines(result).join("\n"))}\n`;
}

/** Where a heading is found on a page: its letters, digits and hyphens in lower case, with a number where another came to the same before. */
function anchorsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    names.map((name) => {
      const anchor = name
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}_ -]/gu, "")
        .replaceAll(" ", "-");
      const before = counts.get(anchor) ?? 0;
      counts.set(anchor, before + 1);
      return [name, before === 0 ? anchor : `${anchor}-${before}`];
    }),
  );
}
