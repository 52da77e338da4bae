import { type Cause, lastNote } from "../cause.js";

/** failures.md, rank 41. */
export const roleArnInvalid: Cause = {
  id: "role-arn-invalid",
  title: "The annotation's value is not the ARN of a role",
  see: "An error occurred (ValidationError) when calling the AssumeRoleWithWebIdentity operation: Request ARN is invalid",
  why: "Extra colon, policy ARN instead of role ARN, placeholder, stray space. The webhook only logs arn is invalid and injects it all the same. A well-formed ARN of a role that does not exist gives AccessDenied instead.",
  prove: ["kubectl get serviceaccount -n NAMESPACE NAME -o yaml", "kubectl exec -n NAMESPACE POD -- env | grep AWS_"],
  sources: [
    "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/1449",
    "https://github.com/99designs/aws-vault/issues/668",
    "https://repost.aws/knowledge-center/eks-troubleshoot-irsa-errors",
  ],
  explain({ check, events }) {
    if (check.check !== "sts.role-arn") return null;
    const serviceAccount = lastNote(events, "webhook.decision")?.attributes.serviceAccount;
    const holder = typeof serviceAccount === "string" ? `service account ${serviceAccount}` : "the caller";
    return {
      because: `${holder} asks for "${check.actual.value}", which is no role's ARN; the webhook injects whatever the annotation says`,
      fix: "annotate the service account with arn:PARTITION:iam::ACCOUNT:role/NAME, path included, then create the pod again",
    };
  },
};
