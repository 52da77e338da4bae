import { type Cause, lastNote } from "../cause.js";

import { annotationIn, serviceAccountChanges } from "../service-account.js";

/** failures.md, rank 52. */
export const annotationStripped: Cause = {
  id: "annotation-stripped",
  rank: "mistaken",
  met: "sometimes",
  title: "Somebody took the role annotation off the service account, and the next pod got nothing",
  see: "Works for weeks; after an upgrade new pods get User: arn:aws:sts::<acct>:assumed-role/<node role>/i-<id> is not authorized to perform: ...",
  why: "OLM upgrade or reconcile rewrites the SA.",
  prove: [
    "kubectl get serviceaccount -n NAMESPACE NAME -o yaml --show-managed-fields",
    "kubectl get pods -n NAMESPACE -o custom-columns=NAME:.metadata.name,CREATED:.metadata.creationTimestamp,ROLE:.spec.containers[*].env[?(@.name=='AWS_ROLE_ARN')].value",
    "search the audit log for updates of the ServiceAccount",
  ],
  sources: [
    "https://github.com/aws-controllers-k8s/community/issues/2567",
    "https://github.com/keikoproj/iam-manager/issues/86",
    "https://github.com/ministryofjustice/cloud-platform-terraform-monitoring/pull/76",
  ],
  explainNoIdentity(view) {
    const decision = lastNote(view.events, "webhook.decision")?.attributes;
    if (decision?.reason !== "no-role-annotation") return null;
    const account = String(decision.serviceAccount);
    const annotation = String(decision.annotation);
    const stripped = serviceAccountChanges(view.events, account).findLast(
      ({ before, after }) => annotationIn(before, annotation) !== undefined && annotationIn(after, annotation) === undefined,
    );
    if (stripped === undefined) return null;
    const at = new Date(stripped.at).toISOString().replace(".000Z", "Z");
    return {
      because: `service account ${account} lost its annotation ${annotation} at ${at}; pods from before kept their identity, and this one, created since, got none`,
      fix: `put ${annotation} into whatever owns the service account (chart values, the operator's subscription, the Git repository), apply it, and create the pod again`,
    };
  },
};
