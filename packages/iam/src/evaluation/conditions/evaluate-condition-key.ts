import { type Pattern, patternText } from "@irsa-sim/core/patterns";
import { readPattern, type Variables } from "../patterns/read-pattern.js";
import { type FoundOperator, findOperator } from "./find-operator.js";
import { type OperatorName, parseOperatorName } from "./parse-operator-name.js";

/** One key of a `Condition` block, and what the request has for it. */
export interface ConditionKeyInput {
  /** As the policy spells it: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  /** The policy's values. */
  readonly values: readonly string[];
  /** The request's values; empty when it has no such key. */
  readonly actual: readonly string[];
  readonly variables: Variables;
}

/** Why a key did not match: of a variable, because no value of the policy is left to compare with. */
export type ConditionMismatch = "value-differs" | "key-missing" | "variable-unset" | "unknown-operator";

/** How a condition key came out. */
export interface ConditionKeyResult {
  readonly matched: boolean;
  /** The policy's values with their variables filled in; as written where a variable has no value. */
  readonly expected: readonly string[];
  readonly reason?: ConditionMismatch;
  /** Variables in the policy's values that have no value here; absent for none. */
  readonly unsetVariables?: readonly string[];
}

/**
 * Compares one condition key: the policy's values are alternatives, for a negated operator values of which none may match.
 * A missing key is looked at first; a value whose variable stands for nothing counts as null, which nothing equals.
 *
 * @see sts-and-iam.md, section 5.3, corrected by policies.md, items 1 to 3
 */
export function evaluateConditionKey(input: ConditionKeyInput): ConditionKeyResult {
  const { values, actual, variables } = input;
  const name = parseOperatorName(input.operator);
  if (name.name === "Null" && name.set === null && !name.ifExists) return result(evaluateNull(actual, values), values, "value-differs");
  const found = findOperator(name.name);
  if (found === null) return result(false, values, "unknown-operator");
  const operands = values.map((value) => ({ value, ...readPattern(value, found.operator.expandsVariables ? variables : null) }));
  const unset = operands.flatMap(({ unsetVariables }) => unsetVariables);
  const expected = operands.map(({ value, pattern }) => (pattern === null ? value : patternText(pattern)));
  const patterns = operands.flatMap(({ pattern }) => (pattern === null ? [] : [pattern]));
  const compared =
    actual.length === 0
      ? result(matchesMissingKey(name, found), expected, "key-missing")
      : result(matchesValues(name, found, { actual, patterns }), expected, patterns.length === 0 && unset.length > 0 ? "variable-unset" : "value-differs");
  return unset.length === 0 ? compared : { ...compared, unsetVariables: unset };
}

function result(matched: boolean, expected: readonly string[], reason: ConditionMismatch): ConditionKeyResult {
  return matched ? { matched, expected } : { matched, expected, reason };
}

/** `Null: true` wants the key missing, `Null: false` wants it there. */
function evaluateNull(actual: readonly string[], values: readonly string[]): boolean {
  return values.some((value) => value.toLowerCase() === String(actual.length === 0));
}

/** A key that the request does not have: the rules by which a mistyped key can let everyone in. */
function matchesMissingKey({ set, ifExists }: OperatorName, { negated }: FoundOperator): boolean {
  if (set === "ForAnyValue") return false;
  return ifExists || set === "ForAllValues" || negated;
}

function matchesValues({ set }: OperatorName, { operator, negated }: FoundOperator, compared: Compared): boolean {
  const matches = (value: string) => compared.patterns.some((pattern) => operator.matches(value, pattern)) !== negated;
  if (set === "ForAnyValue") return compared.actual.some(matches);
  if (set === "ForAllValues") return compared.actual.every(matches);
  // Several values without a set operator never match, negated or not.
  return compared.actual.length === 1 && compared.actual.every(matches);
}

interface Compared {
  readonly actual: readonly string[];
  readonly patterns: readonly Pattern[];
}
