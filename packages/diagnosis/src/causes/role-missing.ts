import { askedRoleEdits } from "../asked-role.js";
import type { Cause } from "../cause.js";
import { plain, visible } from "../visible.js";

/** failures.md, rank 41: the ARN is well-formed, but there is no such role. */
export const roleMissing: Cause = {
  id: "role-missing",
  rank: "missing",
  title: "There is no role with this ARN",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity, although the trust policy that you read is right",
  why: "STS does not tell strangers which roles exist, so a role that is missing is refused in the words for one that does not trust the caller. A role's path belongs to its ARN.",
  prove: ["kubectl get serviceaccount -n NAMESPACE NAME -o yaml", "aws iam get-role --role-name NAME --query Role.Arn"],
  sources: ["https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"],
  explain(symptom) {
    const { check } = symptom;
    if (check.check !== "sts.trust-policy" || check.reason !== "role-missing") return null;
    const asked = check.expected.value;
    const roles = check.actual.value.split(", ");
    const written = roles.find((arn) => arn === asked.trim());
    const name = asked.trim().split("/").at(-1) ?? "";
    const withPath = roles.find((arn) => arn.endsWith(`/${name}`));
    const meant = written ?? withPath;
    return {
      because: tell(asked, { written, withPath }),
      fix: `annotate the service account with ${meant ?? "the ARN of a role that exists (aws iam get-role shows it)"}, then create the pod again`,
      edits: meant === undefined ? [] : askedRoleEdits(symptom, asked, meant),
    };
  },
};

function tell(asked: string, { written, withPath }: { readonly written: string | undefined; readonly withPath: string | undefined }): string {
  if (written !== undefined)
    return `there is no role ${visible(asked)}: the blanks or line breaks around the ARN are part of what was asked for, and the role is ${written}`;
  return withPath === undefined
    ? `there is no role ${plain(asked)}; STS says so in the words of a trust policy that refuses`
    : `the role's ARN has a path: it is ${withPath}`;
}
