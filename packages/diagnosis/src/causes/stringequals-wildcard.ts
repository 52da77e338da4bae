import { type Cause, placeOf } from "../cause.js";
import { failedCondition } from "../trust/failed-condition.js";
import { removeFailedCondition } from "../trust/remove-condition.js";
import { listed } from "../visible.js";

/** failures.md, rank 10. */
export const stringEqualsWildcard: Cause = {
  id: "stringequals-wildcard",
  rank: "without-effect",
  met: "everywhere",
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
    if (condition === null || check.reason !== "condition-value-differs" || !/^(ForAnyValue:)?StringEquals/i.test(condition.operator)) return null;
    const { values, at, operator } = condition;
    const patterns = values.filter((value) => /[*?]/.test(value));
    if (patterns.length === 0) return null;
    const like = operator.replace(/StringEquals(IgnoreCase)?/i, "StringLike");
    return {
      because: `${operator} compares ${listed(patterns)} character by character; its wildcard stands for itself`,
      fix: `${placeOf(check.expected, "trust policy")}: use ${like}, and keep the pattern as narrow as the service accounts that need the role`,
      edits:
        at === null
          ? []
          : [
              ...removeFailedCondition({ check }),
              {
                ...at,
                pointer: at.pointer.replace(`/Condition/${operator}/`, `/Condition/${like}/`),
                value: values.length === 1 ? (values[0] ?? "") : [...values],
              },
            ],
    };
  },
};
