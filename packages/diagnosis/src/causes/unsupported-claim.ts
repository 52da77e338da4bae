import { type Cause, lastPassed, placeOf } from "../cause.js";
import { failedCondition } from "../failed-condition.js";

/** failures.md, rank 70. */
export const unsupportedClaim: Cause = {
  id: "unsupported-claim",
  title: "The condition is on a claim that IAM does not expose",
  explain({ check, events }) {
    const condition = failedCondition(check);
    const issuer = lastPassed(events, "sts.provider")?.expected.value.replace("https://", "");
    if (condition === null || check.reason !== "condition-key-missing" || condition.issuer.toLowerCase() !== issuer?.toLowerCase()) return null;
    return {
      because: `"${condition.claim}" never becomes a condition key: of a cluster's token IAM knows aud, sub and amr`,
      fix: `${placeOf(check.expected, "trust policy")}: take the condition away and say the same of sub, which is system:serviceaccount:NAMESPACE:NAME`,
    };
  },
};
