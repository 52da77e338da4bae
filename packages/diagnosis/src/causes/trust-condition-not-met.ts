import { type Cause, placeOf } from "../cause.js";
import { failedCondition, isPositive } from "../trust/failed-condition.js";
import { listed, visible } from "../visible.js";

/** Not in failures.md as a row of its own: conditions beside those on the token. */
export const trustConditionNotMet: Cause = {
  id: "trust-condition-not-met",
  rank: "mistaken",
  title: "A condition of the trust policy, on something else than the token, is not met",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403)",
  why: "Trust policies may ask for a region, an address, a time, or whatever else a request has. STS says the same as for a wrong service account.",
  prove: [
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
    "search CloudTrail for sourceIPAddress, awsRegion and eventTime of the refused call",
  ],
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"],
  explain({ check }) {
    const condition = failedCondition(check);
    if (condition !== null && check.reason === "condition-key-missing" && /^aws:SourceVpc/i.test(condition.key))
      return {
        because: `the trust policy asks for ${condition.key}, which a request has only where it comes through a VPC endpoint for STS, and this one came another way`,
        fix: `let the pods reach STS through the endpoint that the policy names (com.amazonaws.<region>.sts, with private DNS), or ${placeOf(check.expected, "trust policy")}: take the condition away`,
        edits: [],
      };
    if (condition === null || check.reason !== "condition-value-differs" || /:(sub|aud)$/i.test(condition.key) || /^sts:RoleSessionName$/i.test(condition.key))
      return null;
    const { key, operator, values, at } = condition;
    const value = check.actual.value;
    return {
      because: `the trust policy wants ${key} by ${operator} to be ${listed(values)}, and the request has ${visible(value)}; nothing of the token is wrong`,
      fix: `${placeOf(check.expected, "trust policy")}: ${isPositive(condition) ? `add ${value} to the values of ${key}` : `change the condition on ${key}, or take it away`}`,
      edits: at === null || !isPositive(condition) ? [] : [{ ...at, value: [...values, value] }],
    };
  },
};
