import { patternText } from "@irsa-sim/core/patterns";
import type { ConditionOperator } from "./condition-operator.js";

/** Exact; `*` and `?` are plain characters here, which is the commonest mistake in trust policies. */
export const stringEquals: ConditionOperator = {
  name: "StringEquals",
  negatedName: "StringNotEquals",
  expandsVariables: true,
  matches: (actual, expected) => actual === patternText(expected),
};
