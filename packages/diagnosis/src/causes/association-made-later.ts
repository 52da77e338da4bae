import type { NoteEvent } from "@irsa-sim/core";
import { accountOf } from "../asked-role.js";
import { type Cause, type Explanation, lastNote } from "../cause.js";
import type { FailureView } from "../failure-view.js";

/** Not in failures.md: the neighbour of rank 3, at EKS Pod Identity. */
export const associationMadeLater: Cause = {
  id: "association-made-later",
  rank: "without-effect",
  narrows: ["pod-older-than-annotation", "annotation-absent-or-misplaced"],
  title: "The Pod Identity association is younger than the pod",
  see: "User: arn:aws:sts::<acct>:assumed-role/<node role>/i-<id> is not authorized to perform: ...; no AWS_CONTAINER_CREDENTIALS_FULL_URI in the pod",
  why: "Pods get the agent's address from the webhook when they are created. An association that is made afterwards changes no pod that runs.",
  prove: [
    "aws eks list-pod-identity-associations --cluster-name CLUSTER --namespace NAMESPACE",
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.metadata.creationTimestamp}",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_CONTAINER",
  ],
  sources: ["https://github.com/aws/containers-roadmap/issues/2400", "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html"],
  explainNoIdentity: (view) => explainAssociation(view),
  explainOwnError: (error) => (error.exchange === null || error.exchange.actor === "sdk" ? explainAssociation(error) : null),
};

function explainAssociation(view: FailureView): Explanation | null {
  const account = accountOf(view);
  const decision = lastNote(view.events, "webhook.decision");
  const made = view.all.findLast(
    (event): event is NoteEvent =>
      event.kind === "note" && event.name === "eks.pod-identity-association" && `${event.attributes.namespace}/${event.attributes.serviceAccount}` === account,
  );
  if (
    made === undefined ||
    made.attributes.role === null ||
    decision === null ||
    decision.seq > made.seq ||
    decision.attributes.reason !== "no-role-annotation"
  )
    return null;
  return {
    because: `service account ${account} was associated with role ${String(made.attributes.role)} only after the pod had been created, and the webhook is asked only then`,
    fix: "create the pod again: kubectl rollout restart for a deployment, kubectl delete for a bare pod",
  };
}
