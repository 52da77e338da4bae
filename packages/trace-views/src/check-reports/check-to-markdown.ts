import type { CheckReport } from "@irsa-sim/core";
import { escapeMarkdown } from "../reports/escape-markdown.js";
import { cleanTexts } from "../text/clean-texts.js";
import { findingsOf, nameOf } from "./findings.js";

/** A check as Markdown: the verdict, a table of the workloads, and what was found. */
export function checkToMarkdown(report: CheckReport): string {
  const clean = cleanTexts(report);
  const rows = clean.workloads.map((workload) => {
    const failure = workload.containers.find((container) => container.failure !== null)?.failure ?? null;
    const outcome = failure === null ? "works" : `step ${failure.step}: ${failure.cause ?? failure.code}`;
    return `| ${[nameOf(workload), workload.serviceAccount, workload.role ?? "none", outcome].map(escapeMarkdown).join(" | ")} |`;
  });
  const findings = findingsOf(clean).map(({ level, message, fix, from }) => {
    const place = from === null ? "" : ` (${from.file}${from.line === undefined ? "" : `:${from.line}`})`;
    return `- **${level}** ${escapeMarkdown(`${message}${place}`)}${fix === null ? "" : `\n  - fix: ${escapeMarkdown(fix)}`}`;
  });
  const title = `## irsa-sim check: ${clean.verdict}`;
  return `${[title, ["| workload | service account | role | outcome |", "| --- | --- | --- | --- |", ...rows].join("\n"), findings.join("\n")].filter((part) => part !== "").join("\n\n")}\n`;
}
