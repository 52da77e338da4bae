import { type Cause, placeOf } from "../cause.js";
import { failedCondition, isPositive, isTextual } from "../trust/failed-condition.js";
import { listed, visible } from "../visible.js";

/** Neighbour of failures.md, rank 13: there the provider refuses the audience, here the trust policy does. */
export const trustAudMismatch: Cause = {
  id: "trust-aud-mismatch",
  rank: "mistaken",
  title: "The trust policy wants another audience than the token has",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity, and not Incorrect token audience",
  why: "The audience is checked twice: by the provider's client ids, and by the trust policy's own condition.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token | cut -d. -f2 | base64 -d",
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
  ],
  sources: ["https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"],
  explain({ check }) {
    const condition = failedCondition(check);
    if (condition?.claim !== "aud" || check.reason !== "condition-value-differs" || !isTextual(condition)) return null;
    const { values, at } = condition;
    const audience = check.actual.value;
    return {
      because: `the provider accepts the token's audience ${visible(audience)}, but the trust policy wants ${isPositive(condition) ? listed(values) : `another than ${listed(values)}`}`,
      fix: `${placeOf(check.expected, "trust policy")}: ${values.length > 1 ? `add ${audience} to the values` : `put ${audience}`}`,
      edits: at === null || !isPositive(condition) ? [] : [{ ...at, value: values.length > 1 ? [...values, audience] : audience }],
    };
  },
};
