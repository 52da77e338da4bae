import { type Cause, placeOf } from "../cause.js";

/** Not in failures.md as a row of its own: the rule behind ranks 44 and 67. */
export const trustExplicitDeny: Cause = {
  id: "trust-explicit-deny",
  rank: "mistaken",
  title: "A Deny statement of the trust policy applies",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity, although a statement allows it",
  why: "A Deny that applies wins over whatever others allow.",
  prove: ["aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument"],
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"],
  explain({ check }) {
    if (check.check !== "sts.trust-policy" || check.reason !== "explicit-deny") return null;
    return {
      because: `the statement ${check.actual.value} denies, and whatever others allow, a Deny that applies wins`,
      fix: `${placeOf(check.actual, "trust policy")}: take the statement away, or narrow its condition`,
    };
  },
};
