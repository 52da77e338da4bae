import { readConditionKey } from "../read-condition-key.js";
import type { MistakeFinder } from "../trust-policy-mistake.js";

/** `ForAllValues` on a claim: a request without the key passes. */
export const findForAllValues: MistakeFinder = ({ conditions }) =>
  conditions
    .filter(({ set, key }) => set === "ForAllValues" && ["sub", "aud"].includes(readConditionKey(key).claim))
    .map(({ pointer, operator, key }) => ({
      mistake: "for-all-values",
      pointer,
      expected: `${operator} for ${key}`,
      actual: `ForAllValues:${operator} for ${key}`,
      fix: "leave ForAllValues out: it lets a request in that lacks the key, as with a mistyped one",
    }));
