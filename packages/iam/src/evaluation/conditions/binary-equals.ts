import { patternText } from "@irsa-sim/core/patterns";
import type { ConditionOperator } from "./condition-operator.js";

/** The same bytes, both in base64; what is no base64 matches nothing. */
export const binaryEquals: ConditionOperator = {
  name: "BinaryEquals",
  negatedName: null,
  expandsVariables: false,
  matches: (actual, expected) => isBase64(actual) && withoutPadding(actual) === withoutPadding(patternText(expected)),
};

function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function withoutPadding(text: string): string {
  return text.replace(/=+$/, "");
}
