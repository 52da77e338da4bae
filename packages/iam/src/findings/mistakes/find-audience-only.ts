import { readConditionKey } from "../read-condition-key.js";
import type { MistakeFinder } from "../trust-policy-mistake.js";

/**
 * Conditions on the audience but none on the subject: every service account of the cluster may assume the role. Under `ForAllValues` that is another mistake, and so is a subject
 * as the audience, which lets in nobody.
 */
export const findAudienceOnly: MistakeFinder = ({ conditions, pointer }) => {
  const claims = conditions.map(({ key }) => readConditionKey(key).claim);
  if (claims.includes("sub") || !claims.includes("aud") || conditions.some(({ set }) => set === "ForAllValues")) return [];
  if (conditions.some(({ key, values }) => readConditionKey(key).claim === "aud" && values.every((value) => value.startsWith("system:serviceaccount:"))))
    return [];
  return [
    {
      mistake: "audience-only",
      pointer: `${pointer}/Condition`,
      expected: "a condition on :sub",
      actual: "a condition on :aud alone",
      fix: "add a condition on :sub, or every service account of the cluster can assume the role",
    },
  ];
};
