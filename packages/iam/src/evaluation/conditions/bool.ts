import { patternText } from "@irsa-sim/core/patterns";
import type { ConditionOperator } from "./condition-operator.js";

/** `true` or `false`, in any case; nothing else matches. */
export const bool: ConditionOperator = {
  name: "Bool",
  negatedName: null,
  expandsVariables: true,
  matches: (actual, expected) => /^(?:true|false)$/i.test(actual) && actual.toLowerCase() === patternText(expected).toLowerCase(),
};
