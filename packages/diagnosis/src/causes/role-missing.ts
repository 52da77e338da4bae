import type { Cause } from "../cause.js";

/** failures.md, rank 41: the ARN is well-formed, but there is no such role. */
export const roleMissing: Cause = {
  id: "role-missing",
  title: "There is no role with this ARN",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity, although the trust policy that you read is right",
  why: "STS does not tell strangers which roles exist, so a role that is missing is refused in the words for one that does not trust the caller. A role's path belongs to its ARN.",
  prove: ["kubectl get serviceaccount -n NAMESPACE NAME -o yaml", "aws iam get-role --role-name NAME --query Role.Arn"],
  sources: ["https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"],
  explain({ check }) {
    if (check.check !== "sts.trust-policy" || check.reason !== "role-missing") return null;
    const name = check.expected.value.split("/").at(-1) ?? "";
    const withPath = check.actual.value.split(", ").find((arn) => arn.endsWith(`/${name}`));
    return {
      because:
        withPath === undefined
          ? `there is no role ${check.expected.value}; STS says so in the words of a trust policy that refuses`
          : `the role's ARN has a path: it is ${withPath}`,
      fix: `annotate the service account with ${withPath ?? "the ARN of a role that exists (aws iam get-role shows it)"}, then create the pod again`,
    };
  },
};
