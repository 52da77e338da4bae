import type { TraceEvent } from "@irsa-sim/core";
import { askedRoleEdits } from "../asked-role.js";
import { type Cause, lastNote } from "../cause.js";
import { createdRoles } from "../created-roles.js";
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
    const { check, events, all } = symptom;
    const isParameter = check.check === "sts.parameters" && check.actual.from?.pointer === "RoleArn";
    if (check.check !== "sts.role-arn" && !isParameter) return null;
    const serviceAccount = lastNote(events, "webhook.decision")?.attributes.serviceAccount;
    const holder = typeof serviceAccount === "string" ? `service account ${serviceAccount}` : "the caller";
    const asked = check.actual.value;
    const meant = meantRole(all, asked);
    return {
      because: `${holder} asks for ${visible(asked)}, which is no role's ARN; the webhook injects whatever the annotation says`,
      fix: `annotate the service account with ${meant ?? "arn:PARTITION:iam::ACCOUNT:role/NAME, path included"}, then create the pod again`,
      edits: meant === null ? [] : askedRoleEdits(symptom, asked, meant),
    };
  },
};

/** The one role that a broken ARN has the name of, whatever stands around it; `null` when there is none, or several. */
function meantRole(events: readonly TraceEvent[], asked: string): string | null {
  const bare = asked.replace(/^[\s"'<]+|[\s"'>]+$/g, "");
  const name = bare.slice(bare.lastIndexOf("/") + 1).trim();
  const [role, ...others] = createdRoles(events).filter((one) => one.arn === bare || one.name === name);
  return role === undefined || others.length > 0 ? null : role.arn;
}
