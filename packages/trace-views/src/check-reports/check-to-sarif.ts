import type { CheckReport } from "@irsa-sim/core";
import { cleanTexts } from "../text/clean-texts.js";
import { type CheckFinding, findingsOf } from "./findings.js";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * A check as SARIF 2.1.0: a rule for each cause, a result for each place.
 *
 * @param version the simulator's
 * @see docs.oasis-open.org, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"
 */
export function checkToSarif(report: CheckReport, version: string): string {
  const findings = findingsOf(cleanTexts(report));
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const driver = { name: "irsa-sim", version, rules: rules.map((id) => ({ id, shortDescription: { text: id } })) };
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results: findings.map((finding) => toResult(finding, rules)) };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

function toResult({ rule, level, message, fix, from }: CheckFinding, rules: readonly string[]) {
  const text = fix === null ? message : `${message}\nFix: ${fix}`;
  const region = from === null ? {} : { region: { startLine: from.line ?? 1, startColumn: from.column ?? 1 } };
  const locations = from === null ? [] : [{ physicalLocation: { artifactLocation: { uri: toUri(from.file) }, ...region } }];
  return { ruleId: rule, ruleIndex: rules.indexOf(rule), level, message: { text }, locations };
}

/** Each part of a path escaped for itself. */
function toUri(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}
