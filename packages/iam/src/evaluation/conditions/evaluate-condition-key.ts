import { type Pattern, parsePattern, patternText } from "@irsa-sim/core/patterns";
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

/** How a condition key came out. */
export interface ConditionKeyResult {
  readonly matched: boolean;
  /** The policy's values with their variables filled in, where all could be. */
  readonly expected: readonly string[];
  readonly reason?: "value-differs" | "key-missing" | "unknown-operator";
}

/**
 * Compares one condition key: the policy's values are alternatives, for a negated operator values of which none may match.
 *
 * @see sts-and-iam.md, section 5.3
 */
export function evaluateConditionKey(input: ConditionKeyInput): ConditionKeyResult {
  const { values, actual, variables } = input;
  const name = parseOperatorName(input.operator);
  if (name.name === "Null" && name.set === null && !name.ifExists) return result(evaluateNull(actual, values), values, "value-differs");
  const found = findOperator(name.name);
  if (found === null) return result(false, values, "unknown-operator");
  const patterns = values.map((value) => (found.operator.expandsVariables ? readPattern(value, variables) : parsePattern(value)));
  if (!patterns.every((pattern) => pattern !== null)) return result(false, values, "key-missing");
  const expected = patterns.map(patternText);
  if (actual.length === 0) return result(matchesMissingKey(name, found), expected, "key-missing");
  return result(matchesValues(name, found, { actual, patterns }), expected, "value-differs");
}

function result(matched: boolean, expected: readonly string[], reason: NonNullable<ConditionKeyResult["reason"]>): ConditionKeyResult {
  return matched ? { matched, expected } : { matched, expected, reason };
}

/** `Null: true` wants the key missing, `Null: false` wants it there. */
function evaluateNull(actual: readonly string[], values: readonly string[]): boolean {
  return values.some((value) => value.toLowerCase() === String(actual.length === 0));
}

/** A key that the request does not have: the rules by which a mistyped key can let everyone in. */
function matchesMissingKey({ set, ifExists }: OperatorName, { negated }: FoundOperator): boolean {
  if (ifExists || set === "ForAllValues") return true;
  return set === null && negated;
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
