import { type Cause, placeOf } from "../cause.js";
import { failedCondition } from "../failed-condition.js";

/** failures.md, rank 29. */
export const conditionKeyMalformed: Cause = {
  id: "condition-key-malformed",
  title: "The condition key carries the scheme or the provider's ARN",
  explain({ check }) {
    const condition = failedCondition(check);
    if (condition === null || check.reason !== "condition-key-missing") return null;
    const { issuer, claim } = condition;
    const scheme = /^https?:\/\//i.exec(issuer)?.[0];
    const arn = /^arn:[a-z-]+:iam::\d*:oidc-provider\//i.exec(issuer)?.[0];
    const excess = scheme ?? arn;
    if (excess === undefined) return null;
    return {
      because: `the condition key begins with ${excess}, so it names nothing that a token has, and a key that is absent never equals anything`,
      fix: `${placeOf(check.expected, "trust policy")}: write the key as ${issuer.slice(excess.length)}:${claim}`,
    };
  },
};
