import { type Cause, type Explanation, lastNote } from "../cause.js";
import type { FailureView } from "../failure-view.js";

import { tellUnreadAnnotation } from "../unread-annotation.js";

/** failures.md, rank 15. */
export const webhookAbsentFailOpen: Cause = {
  id: "webhook-absent-fail-open",
  rank: "missing",
  met: "everywhere",
  title: "The webhook was missing or did not answer, and the pod was stored as it was",
  see: "Pod runs without AWS env. API-server log: Failed calling webhook, failing open pod-identity-webhook.amazonaws.com: ... x509: certificate signed by unknown authority (or context deadline exceeded)",
  why: "failurePolicy: Ignore. Self-hosted certificate or CSR trouble, proxy in front of the API server, cluster waking up with the webhook last.",
  prove: [
    "kubectl get mutatingwebhookconfiguration pod-identity-webhook -o yaml",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_",
    "search the API server's log for: failing open pod-identity-webhook",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/135",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/108",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/83",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/194",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/35",
    "https://github.com/rancher/rke2/issues/2269",
    "https://github.com/kkb0318/irsa-manager/issues/11",
    "https://github.com/aws-controllers-k8s/community/issues/1756",
    "https://github.com/kubernetes-sigs/external-dns/issues/1684",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/68",
    "https://github.com/awsdocs/amazon-eks-user-guide/pull/894",
  ],
  explainNoIdentity(view) {
    return explainNoAnswer(view.events) ?? explainNotChosen(view.events) ?? explainNotRegistered(view.events);
  },
};

function explainNoAnswer(events: FailureView["events"]): Explanation | null {
  const ignored = lastNote(events, "admission.webhook-ignored");
  if (ignored === null || (lastNote(events, "webhook.decision")?.seq ?? -1) > ignored.seq) return null;
  return {
    because: `the API server got no answer from the webhook when the pod was created, and with failurePolicy Ignore it went on: ${String(ignored.attributes.message)}`,
    fix: "bring the webhook back (its pods, its service, its certificate and caBundle), then create the pod again",
  };
}

const SELECTORS: Readonly<Record<string, string>> = { "namespace-selector": "namespaceSelector", "object-selector": "objectSelector" };

/** The API server looks at the labels of a pod and its namespace before it asks. */
function explainNotChosen(events: FailureView["events"]): Explanation | null {
  const notAsked = lastNote(events, "admission.webhook-not-asked");
  if (notAsked?.attributes.reason === "no-rule")
    return {
      because: "the API server did not ask the webhook: no rule of its registration covers the creation of pods",
      fix: 'write the rule into MutatingWebhookConfiguration pod-identity-webhook (operations CREATE, apiGroups "", apiVersions v1, resources pods), then create the pod again',
    };
  const selector = SELECTORS[String(notAsked?.attributes.reason)];
  if (notAsked === null || selector === undefined || (lastNote(events, "webhook.decision")?.seq ?? -1) > notAsked.seq) return null;
  const labels = selector === "namespaceSelector" ? "the labels of the pod's namespace" : "the pod's labels";
  return {
    because: `the API server did not ask the webhook: its registration's ${selector} does not fit ${labels}`,
    fix: `give ${selector === "namespaceSelector" ? "the namespace" : "the pod's template"} the labels that the ${selector} of MutatingWebhookConfiguration pod-identity-webhook asks for, then create the pod again`,
  };
}

function explainNotRegistered(events: FailureView["events"]): Explanation | null {
  const because = tellUnreadAnnotation(events);
  return because === null
    ? null
    : {
        because,
        fix: "register the webhook again (MutatingWebhookConfiguration pod-identity-webhook), then create the pod again",
        edits: [{ source: "webhook", pointer: "/absent", value: false }],
      };
}
