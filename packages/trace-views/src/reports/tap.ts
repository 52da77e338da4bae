import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import { stringify } from "yaml";
import { cleanTexts } from "../text/clean-texts.js";
import { failureLines, missedExpectations, placeOf } from "./describe-result.js";

/** The report as TAP version 14, with a YAML block for each failure. */
export function toTap(report: TestReport): string {
  const { scenarios, skipped } = cleanTexts(report);
  const lines = scenarios.map(
    (result, index) => `${result.outcome === "passed" ? "ok" : "not ok"} ${index + 1} - ${escapeDescription(result.name)}${diagnostic(result)}`,
  );
  const rest = Array.from({ length: skipped }, (_, index) => `ok ${scenarios.length + index + 1} - # SKIP an earlier scenario failed`);
  return `TAP version 14\n1..${scenarios.length + skipped}\n${[...lines, ...rest].map((line) => `${line}\n`).join("")}`;
}

function diagnostic(result: ScenarioResult): string {
  if (result.outcome === "passed") return "";
  const [first] = missedExpectations(result);
  const block = stringify({ at: placeOf(first?.from ?? null), message: failureLines(result).join("\n") }, { lineWidth: 0 });
  return `\n${["---", ...block.trimEnd().split("\n"), "..."].map((line) => `  ${line}`).join("\n")}`;
}

function escapeDescription(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("#", "\\#");
}
