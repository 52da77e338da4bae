import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import { cleanTexts } from "../text/clean-texts.js";
import { failureLines, missedExpectations, missInOneLine } from "./describe-result.js";

/**
 * The report as workflow commands of GitHub Actions: an annotation at each line of `expect` that was missed, and at each fault of a file.
 *
 * @see docs.github.com, "Workflow commands for GitHub Actions"
 */
export function toGithub(report: TestReport): string {
  return cleanTexts(report)
    .scenarios.flatMap((result) => missedExpectations(result).map((missed) => annotation(result, { from: missed.from, message: missInOneLine(missed) })))
    .map((line) => `${line}\n`)
    .join("");
}

function annotation(result: ScenarioResult, { from, message }: { readonly from: ScenarioResult["expectFrom"]; readonly message: string }): string {
  const place = from === null ? {} : { file: from.file, line: String(from.line), col: String(from.column) };
  const properties = Object.entries({ ...place, title: `irsa-sim: ${result.name}` }).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::error ${properties.join(",")}::${escapeData([message, ...failureLines(result)].join("\n"))}`;
}

/** A text behind the colons of a workflow command. */
export function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\n", "%0A");
}

/** A property of a workflow command. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
