import { type Cause, lastNote } from "../cause.js";

import { serviceAccountChanges } from "../service-account.js";

/** failures.md, rank 25. */
export const saCacheRace: Cause = {
  id: "sa-cache-race",
  rank: "mistaken",
  met: "often",
  title: "The pod was created before the webhook had heard of its service account",
  see: "Random: some pods have no AWS env, audit log mutated: false",
  why: "The webhook knows service accounts only from its watch. One that has not come in yet is waited for as long as the grace period says, and then the pod is let through unmutated.",
  prove: [
    "kubectl get serviceaccount,pod -n NAMESPACE -o custom-columns=KIND:.kind,NAME:.metadata.name,CREATED:.metadata.creationTimestamp",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_",
    "search the API server's audit log for mutation.webhook.admission.k8s.io and mutated: false",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/83",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/194",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/108",
    "https://github.com/external-secrets/kubernetes-external-secrets/issues/419",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/blob/master/pkg/handler/handler.go",
  ],
  explainNoIdentity(view) {
    const decision = lastNote(view.events, "webhook.decision");
    if (decision?.attributes.reason !== "service-account-unknown") return null;
    const account = String(decision.attributes.serviceAccount);
    const created = serviceAccountChanges(view.events, account).findLast(({ before }) => before === null);
    const age = created === undefined ? "" : `, ${(decision.at - created.at) / 1000} s after the service account was created`;
    return {
      because: `when the pod was created${age}, service account ${account} was not yet in the webhook's cache, so the webhook let the pod through as it was`,
      fix: "create the pod again now; for good, create the service account a step earlier (sync waves, helm hooks) or raise --service-account-lookup-grace-period",
    };
  },
};
