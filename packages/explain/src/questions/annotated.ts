import type { ChangeEvent, RunReport, TraceEvent } from "@irsa-sim/core";
import { failedCall, type Question } from "./question.js";
import { storedPod } from "./stored-pod.js";

const ANNOTATION = "eks.amazonaws.com/role-arn";

interface Annotated {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
}

/** What the webhook looks at, and since when. */
export const annotated: Question = {
  id: "annotated",
  asks: `Does the service account that the pod runs as have ${ANNOTATION}, and had it before the pod was made?`,
  commands: [
    "kubectl get pod -n NAMESPACE POD -o 'jsonpath={.spec.serviceAccountName} {.metadata.creationTimestamp}'",
    "kubectl get serviceaccount -n NAMESPACE -o yaml --show-managed-fields",
    "kubectl get configmap -A --field-selector metadata.name=pod-identity-webhook -o yaml; aws eks list-pod-identity-associations --cluster-name CLUSTER",
  ],
  answers: {
    before: "yes, and before the pod was made",
    after: "yes, but it was set after the pod was made",
    "other-account": "no, but another service account of the namespace has it",
    lost: "no, but it was there before: something took it away, or made the account anew",
    elsewhere: "no, but the role stands in the ConfigMap pod-identity-webhook, or in a Pod Identity association",
    never: "no, and none of the namespace ever had it",
  },
  answer(report) {
    const stored = storedPod(report);
    const account = stored?.spec.serviceAccountName;
    if (stored === null || account === undefined || failedCall(report) === null) return null;
    const all = accountsOf(report, stored.namespace);
    const own = all.filter(({ what }) => what === `ServiceAccount ${stored.namespace}/${account}`);
    const atPod = own.findLast(({ seq }) => seq < stored.seq);
    if (atPod !== undefined && hasRole(atPod)) return "before";
    if (own.some((change) => change.seq > stored.seq && hasRole(change))) return "after";
    if (own.some(hasRole)) return "lost";
    if (all.some(hasRole)) return "other-account";
    return report.events.some(givesRole) ? "elsewhere" : "never";
  },
};

function accountsOf({ events }: RunReport, namespace: string): readonly ChangeEvent[] {
  return events.filter((event): event is ChangeEvent => event.kind === "change" && event.what.startsWith(`ServiceAccount ${namespace}/`));
}

function hasRole({ after }: ChangeEvent): boolean {
  return ((after ?? {}) as Annotated).metadata?.annotations?.[ANNOTATION] !== undefined;
}

function givesRole(event: TraceEvent): boolean {
  return (
    (event.kind === "change" && /^ConfigMap \S+\/pod-identity-webhook$/.test(event.what)) ||
    (event.kind === "exchange" && event.name === "CreatePodIdentityAssociation")
  );
}
