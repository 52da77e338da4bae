import type { CheckReport } from "@irsa-sim/core";
import { escapeData, escapeProperty } from "../reports/github.js";
import { cleanTexts } from "../text/clean-texts.js";
import { type CheckFinding, findingsOf } from "./findings.js";

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

/**
 * A check as workflow commands of GitHub Actions: an annotation at each place that is to be put right.
 *
 * @see docs.github.com, "Workflow commands for GitHub Actions"
 */
export function checkToGithub(report: CheckReport): string {
  return findingsOf(cleanTexts(report)).map(annotation).join("");
}

function annotation({ rule, level, message, fix, from }: CheckFinding): string {
  const place = from === null ? {} : { file: from.file, line: String(from.line ?? 1), col: String(from.column ?? 1) };
  const properties = Object.entries({ ...place, title: `irsa-sim: ${rule}` }).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${COMMANDS[level]} ${properties.join(",")}::${escapeData([message, ...(fix === null ? [] : [`Fix: ${fix}`])].join("\n"))}\n`;
}
