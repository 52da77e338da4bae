import { matchPattern } from "@irsa-sim/core/patterns";
import type { ConditionOperator } from "./condition-operator.js";

/** With wildcards, which cross `/` and `:`; case counts. */
export const stringLike: ConditionOperator = {
  name: "StringLike",
  negatedName: "StringNotLike",
  expandsVariables: true,
  matches: (actual, expected) => matchPattern(expected, actual),
};
