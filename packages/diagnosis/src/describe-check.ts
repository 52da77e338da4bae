import type { CheckEvent, Finding } from "@irsa-sim/core";
import { placeOf } from "./cause.js";
import { visible } from "./visible.js";

/** A failed check in one sentence, of its own title, condition, values and places: for when no cause knows more. */
export function describeCheck({ title, expected, actual, reason, details }: CheckEvent): string {
  const condition = conditionOf(details);
  const why = reason === undefined ? "" : ` (${reason.replaceAll("-", " ")})`;
  return `the check "${title}" failed${why}: it wants ${condition}${visible(expected.value)}${within(expected)}, and found ${visible(actual.value)}${within(actual)}`;
}

function within(finding: Finding): string {
  return finding.from === undefined ? "" : ` in ${placeOf(finding, finding.from.file)}`;
}

function conditionOf(details: CheckEvent["details"]): string {
  const { operator, conditionKey } = (typeof details === "object" && details !== null ? details : {}) as {
    readonly operator?: unknown;
    readonly conditionKey?: unknown;
  };
  return typeof operator === "string" && typeof conditionKey === "string" ? `${conditionKey} by ${operator} to be ` : "";
}
