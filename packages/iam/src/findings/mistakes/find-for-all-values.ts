import { readConditionKey } from "../read-condition-key.js";
import type { MistakeFinder } from "../trust-policy-mistake.js";

/** Keys that may have several values, for which set operators are made. */
const MULTIVALUED = ["amr", "tagkeys", "transitivetagkeys"];

/** `ForAllValues` on a key that has one value at most: a request without the key passes, and so does a mistyped key. */
export const findForAllValues: MistakeFinder = ({ conditions }, { providerUrl }) =>
  conditions
    .filter(({ set, key }) => set === "ForAllValues" && !MULTIVALUED.includes(readConditionKey(key).claim))
    .map(({ pointer, operator, key }) => ({
      mistake: "for-all-values",
      pointer,
      expected: `${operator} for ${key}`,
      actual: `ForAllValues:${operator} for ${key}${isInToken(key, providerUrl) ? "" : ", a key that the token does not bring"}`,
      fix: "leave ForAllValues out: it lets a request in that lacks the key, as with a mistyped one",
    }));

/** Every token of a cluster has both claims. */
function isInToken(key: string, providerUrl: string): boolean {
  const { issuer, claim } = readConditionKey(key);
  return issuer.toLowerCase() === providerUrl.toLowerCase() && ["sub", "aud"].includes(claim);
}
