import { patternText } from "../patterns/pattern.js";
import type { ConditionOperator } from "./condition-operator.js";

/** Exact but for case; no wildcards. */
export const stringEqualsIgnoreCase: ConditionOperator = {
  name: "StringEqualsIgnoreCase",
  negatedName: "StringNotEqualsIgnoreCase",
  expandsVariables: true,
  matches: (actual, expected) => actual.toLowerCase() === patternText(expected).toLowerCase(),
};
