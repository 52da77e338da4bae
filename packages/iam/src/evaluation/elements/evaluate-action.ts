import { matchPattern, parsePattern } from "@irsa-sim/core/patterns";
import type { ElementResult } from "../decision.js";
import { jsonPointer } from "../json-pointer.js";
import { policyValues } from "../policy-values.js";
import type { Statement } from "../statement.js";

/** Matches `Action` or `NotAction`: without regard to case, with wildcards. */
export function evaluateAction(statement: Statement, pointer: string, action: string): ElementResult {
  const negated = statement.Action === undefined;
  const expected = policyValues(statement.Action ?? statement.NotAction ?? []);
  const named = expected.some((value) => matchPattern(parsePattern(value.toLowerCase()), action.toLowerCase()));
  return { element: "Action", pointer: jsonPointer(pointer, negated ? "NotAction" : "Action"), matched: named !== negated, expected, actual: [action] };
}
