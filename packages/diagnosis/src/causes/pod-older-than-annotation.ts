import { bodyText, type ExchangeEvent } from "@irsa-sim/core";
import { type Cause, lastNote } from "../cause.js";

/** failures.md, rank 3. */
export const podOlderThanAnnotation: Cause = {
  id: "pod-older-than-annotation",
  rank: "without-effect",
  met: "everywhere",
  title: "The service account was annotated after the pod had been created",
  see: "User: arn:aws:sts::<acct>:assumed-role/<NodeInstanceRole>/i-<id> is not authorized to perform: secretsmanager:GetSecretValue on resource: ...; no AWS_ROLE_ARN in the pod's env",
  why: "The webhook is registered for pod CREATE only. Editing the SA changes nothing for running pods.",
  prove: [
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.metadata.creationTimestamp}",
    "kubectl get serviceaccount -n NAMESPACE NAME -o yaml",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_",
  ],
  sources: [
    "https://github.com/external-secrets/kubernetes-external-secrets/issues/290",
    "https://github.com/external-secrets/kubernetes-external-secrets/issues/419",
    "https://github.com/external-secrets/kubernetes-external-secrets/issues/452",
    "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/1033",
    "https://github.com/aws-controllers-k8s/community/issues/1756",
    "https://github.com/Azure/azure-workload-identity/issues/109",
    "https://github.com/aws-samples/eks-workshop-v2/blob/main/website/docs/security/iam-roles-for-service-accounts/add_irsa.md",
    "https://github.com/pete911/kubectl-iam4sa",
  ],
  explainNoIdentity(view) {
    const decision = lastNote(view.events, "webhook.decision");
    if (decision?.attributes.reason !== "no-role-annotation") return null;
    const annotation = String(decision.attributes.annotation);
    const annotated = view.events.find(
      (event): event is ExchangeEvent =>
        event.kind === "exchange" && event.name === "PatchServiceAccount" && event.seq > decision.seq && bodyText(event.request).includes(`"${annotation}"`),
    );
    if (annotated === undefined) return null;
    const account = String(decision.attributes.serviceAccount);
    return {
      because: `service account ${account} got its annotation only after the pod had been created, and the webhook is asked only then`,
      fix: "create the pod again: kubectl rollout restart for a deployment, kubectl delete for a bare pod",
    };
  },
};
