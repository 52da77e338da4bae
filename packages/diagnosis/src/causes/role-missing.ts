import { nearestNames } from "@irsa-sim/core";
import { accountOf, askedRoleEdits } from "../asked-role.js";
import type { Cause, Explanation, Symptom } from "../cause.js";
import { writtenContainer } from "../container-edits.js";
import { roleTrusting } from "../created-roles.js";
import { plain } from "../visible.js";

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
    if (check.reason !== "role-missing") return null;
    if (check.check === "sts.assume-role") return explainChained(symptom);
    if (check.check !== "sts.trust-policy") return null;
    const asked = check.expected.value;
    const roles = check.actual.value.split(", ");
    const name = asked.split("/").at(-1) ?? "";
    const samePath = roles.find((arn) => arn.endsWith(`/${name}`));
    const meant = samePath ?? nearestRole(symptom, asked, roles);
    return {
      because:
        samePath === undefined
          ? `there is no role ${plain(asked)}; STS says so in the words of a trust policy that refuses${meant === null ? "" : `; there is ${meant}`}`
          : `the role's ARN has a path: it is ${samePath}`,
      fix: `${writesRole(symptom) ? "set AWS_ROLE_ARN in the container's env to" : "annotate the service account with"} ${meant ?? "the ARN of a role that exists (aws iam get-role shows it)"}, then create the pod again`,
      edits: meant === null ? [] : askedRoleEdits(symptom, asked, meant),
    };
  },
};

/** The role whose name comes nearest, or the only one that trusts the pod's service account. */
function nearestRole(symptom: Symptom, asked: string, roles: readonly string[]): string | null {
  const account = accountOf(symptom);
  const trusting = account === null ? null : roleTrusting(symptom.all, account);
  if (trusting !== null && trusting.arn.split(":")[4] === asked.split(":")[4]) return trusting.arn;
  const [near] = nearestNames(
    asked.split("/").at(-1) ?? "",
    roles.map((arn) => arn.split("/").at(-1) ?? ""),
  );
  return roles.find((arn) => near !== undefined && arn.endsWith(`/${near}`)) ?? null;
}

/** Whether the pod's own manifest says which role. */
function writesRole(symptom: Symptom): boolean {
  return writtenContainer(symptom)?.container.env?.some((variable) => variable.name === "AWS_ROLE_ARN") ?? false;
}

/** The app goes on to a role of its own settings. */
function explainChained({ check }: Symptom): Explanation {
  return {
    because: `the app goes on to ${plain(check.expected.value)}, as its own settings say, and there is no such role`,
    fix: "name a role that exists in the app's settings, or take it out if the pod's own role is meant",
    edits: [{ source: "call", pointer: "/app/habits/assumeRole", value: null }],
  };
}
