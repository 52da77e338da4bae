import { patternText } from "@irsa-sim/core/patterns";
import type { ElementResult } from "../decision.js";
import { jsonPointer } from "../json-pointer.js";
import { matchArn } from "../patterns/match-arn.js";
import type { Variables } from "../patterns/read-pattern.js";
import { readResourcePattern } from "../patterns/read-resource-pattern.js";
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
  const read = expected.map((value) => readResourcePattern(value, variables));
  const named = read.some(({ pattern }) => pattern !== null && (patternText(pattern) === "*" || matchArn(pattern, resource)));
  const unsetVariables = read.flatMap((value) => value.unsetVariables);
  return {
    element: "Resource",
    pointer: jsonPointer(pointer, negated ? "NotResource" : "Resource"),
    matched: named !== negated,
    expected,
    actual: [resource],
    ...(unsetVariables.length === 0 ? {} : { unsetVariables }),
  };
}
