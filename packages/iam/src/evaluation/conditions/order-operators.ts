import { patternText } from "@irsa-sim/core/patterns";
import type { ConditionOperator } from "./condition-operator.js";

/**
 * The six operators over values that have an order. Variables are not expanded in them, and wildcards mean nothing.
 *
 * @param family what the names begin with: `Numeric` or `Date`
 * @param read a value's place in the order; `NaN`, which compares with nothing, for text that has none
 */
export function orderOperators(family: "Numeric" | "Date", read: (text: string) => number): readonly ConditionOperator[] {
  const operator = (name: string, compare: (actual: number, expected: number) => boolean): ConditionOperator => ({
    name: family + name,
    negatedName: name === "Equals" ? `${family}NotEquals` : null,
    expandsVariables: false,
    matches: (actual, expected) => compare(read(actual), read(patternText(expected))),
  });
  return [
    operator("Equals", (actual, expected) => actual === expected),
    operator("LessThan", (actual, expected) => actual < expected),
    operator("LessThanEquals", (actual, expected) => actual <= expected),
    operator("GreaterThan", (actual, expected) => actual > expected),
    operator("GreaterThanEquals", (actual, expected) => actual >= expected),
  ];
}
