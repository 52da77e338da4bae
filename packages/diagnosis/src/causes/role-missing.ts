import type { Cause } from "../cause.js";

/** failures.md, rank 41: the ARN is well-formed, but there is no such role. */
export const roleMissing: Cause = {
  id: "role-missing",
  title: "There is no role with this ARN",
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
