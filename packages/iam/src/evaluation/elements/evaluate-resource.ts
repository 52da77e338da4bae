import { patternText } from "@irsa-sim/core/patterns";
import type { ElementResult } from "../decision.js";
import { jsonPointer } from "../json-pointer.js";
import { matchArn } from "../patterns/match-arn.js";
import { readPattern, type Variables } from "../patterns/read-pattern.js";
import { policyValues } from "../policy-values.js";
import type { Statement } from "../statement.js";

/** Matches `Resource` or `NotResource`: ARNs with wildcards and variables; a variable without a value matches nothing. */
export function evaluateResource(
  statement: Statement,
  pointer: string,
  { resource, variables }: { readonly resource: string; readonly variables: Variables },
): ElementResult {
  const negated = statement.Resource === undefined;
  const expected = policyValues(statement.Resource ?? statement.NotResource ?? []);
  const named = expected.some((value) => {
    const pattern = readPattern(value, variables);
    return pattern !== null && (patternText(pattern) === "*" || matchArn(pattern, resource));
  });
  return { element: "Resource", pointer: jsonPointer(pointer, negated ? "NotResource" : "Resource"), matched: named !== negated, expected, actual: [resource] };
}
