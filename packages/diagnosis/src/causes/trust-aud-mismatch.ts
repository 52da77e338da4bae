import { type Cause, placeOf } from "../cause.js";
import { failedCondition } from "../failed-condition.js";

/** Neighbour of failures.md, rank 13: there the provider refuses the audience, here the trust policy does. */
export const trustAudMismatch: Cause = {
  id: "trust-aud-mismatch",
  title: "The trust policy wants another audience than the token has",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity, and not Incorrect token audience",
  why: "The audience is checked twice: by the provider's client ids, and by the trust policy's own condition.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token | cut -d. -f2 | base64 -d",
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
  ],
  sources: ["https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"],
  explain({ check }) {
    if (failedCondition(check)?.claim !== "aud" || check.reason !== "condition-value-differs") return null;
    return {
      because: `the provider accepts the token's audience "${check.actual.value}", but the trust policy wants "${check.expected.value}"`,
      fix: `${placeOf(check.expected, "trust policy")}: put ${check.actual.value}`,
    };
  },
};
