import type { TraceEvent } from "@irsa-sim/core";
import { askedRoleEdits } from "../asked-role.js";
import { type Cause, type Explanation, lastNote } from "../cause.js";
import { createdRoles } from "../created-roles.js";
import type { FailureView } from "../failure-view.js";
import { visible } from "../visible.js";

/** failures.md, rank 41. */
export const roleArnInvalid: Cause = {
  id: "role-arn-invalid",
  rank: "mistaken",
  met: "sometimes",
  title: "The annotation's value is not the ARN of a role",
  see: "An error occurred (ValidationError) when calling the AssumeRoleWithWebIdentity operation: Request ARN is invalid",
  why: "Extra colon, policy ARN instead of role ARN, placeholder, stray space. The webhook only logs arn is invalid and injects it all the same. A well-formed ARN of a role that does not exist gives AccessDenied instead.",
  prove: ["kubectl get serviceaccount -n NAMESPACE NAME -o yaml", "kubectl exec -n NAMESPACE POD -- env | grep AWS_"],
  sources: [
    "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/1449",
    "https://github.com/99designs/aws-vault/issues/668",
    "https://repost.aws/knowledge-center/eks-troubleshoot-irsa-errors",
  ],
  explain(symptom) {
    const { check } = symptom;
    const isParameter = check.check === "sts.parameters" && check.actual.from?.pointer === "RoleArn";
    return check.check === "sts.role-arn" || isParameter ? explainAsked(symptom, check.actual.value) : null;
  },
  explainOwnError(error) {
    if (error.told.code !== "ParamValidation" || !/\bparameter RoleArn\b/.test(error.told.message)) return null;
    const asked = lastNote(error.events, "webhook.decision")?.attributes.roleArn;
    return typeof asked === "string" ? explainAsked(error, asked) : null;
  },
};

function explainAsked(view: FailureView, asked: string): Explanation {
  const serviceAccount = lastNote(view.events, "webhook.decision")?.attributes.serviceAccount;
  const holder = typeof serviceAccount === "string" ? `service account ${serviceAccount}` : "the caller";
  const meant = meantRole(view.all, asked);
  return {
    because: `${holder} asks for ${visible(asked)}, which is no role's ARN; the webhook injects whatever the annotation says`,
    fix: `annotate the service account with ${meant ?? "arn:PARTITION:iam::ACCOUNT:role/NAME, path included"}, then create the pod again`,
    edits: meant === null ? [] : askedRoleEdits(view, asked, meant),
  };
}

/** The one role that a broken ARN has the name of, whatever stands around it; `null` when there is none, or several. */
function meantRole(events: readonly TraceEvent[], asked: string): string | null {
  const bare = asked.replace(/^[\s"'<]+|[\s"'>]+$/g, "");
  const name = bare.slice(bare.lastIndexOf("/") + 1).trim();
  const [role, ...others] = createdRoles(events).filter((one) => one.arn === bare || one.name === name);
  return role === undefined || others.length > 0 ? null : role.arn;
}
