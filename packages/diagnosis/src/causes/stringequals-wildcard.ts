import { type Cause, placeOf } from "../cause.js";
import { failedCondition } from "../failed-condition.js";

/** failures.md, rank 10. */
export const stringEqualsWildcard: Cause = {
  id: "stringequals-wildcard",
  title: "A wildcard under StringEquals is compared literally",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403); the policy looks right on reading",
  why: "StringEquals treats * literally; needed for generated SA names (provider-aws-*, argocd-*).",
  prove: ["aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument"],
  sources: [
    "https://github.com/crossplane/crossplane/issues/5578",
    "https://github.com/crossplane/crossplane/issues/2454",
    "https://github.com/terraform-aws-modules/terraform-aws-iam/issues/486",
    "https://github.com/terraform-aws-modules/terraform-aws-iam/issues/200",
    "https://github.com/terraform-aws-modules/terraform-aws-iam/issues/424",
    "https://github.com/aws-ia/terraform-aws-eks-blueprints-addons/issues/70",
    "https://github.com/CircleCI-Public/server-terraform/pull/291",
    "https://github.com/garden-io/garden/pull/6011",
    "https://github.com/crossplane-contrib/provider-aws/issues/887",
  ],
  explain({ check }) {
    const condition = failedCondition(check);
    if (condition === null || !/^StringEquals/i.test(condition.operator) || !/[*?]/.test(check.expected.value)) return null;
    return {
      because: `${condition.operator} compares "${check.expected.value}" character by character; its wildcard stands for itself`,
      fix: `${placeOf(check.expected, "trust policy")}: use StringLike, and keep the pattern as narrow as the service accounts that need the role`,
    };
  },
};
