import { patternText } from "@irsa-sim/core/patterns";
import type { ConditionOperator } from "./condition-operator.js";

/** Exact but for case; no wildcards. */
export const stringEqualsIgnoreCase: ConditionOperator = {
  name: "StringEqualsIgnoreCase",
  negatedName: "StringNotEqualsIgnoreCase",
  expandsVariables: true,
  matches: (actual, expected) => actual.toLowerCase() === patternText(expected).toLowerCase(),
};
