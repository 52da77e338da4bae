import type { JsonObject } from "@irsa-sim/core";
import { annotationEdits } from "../asked-role.js";
import { type Cause, type Explanation, lastNote, type Symptom } from "../cause.js";
import { roleTrusting } from "../created-roles.js";
import type { FailureView } from "../failure-view.js";
import { isNodeRoleRefused } from "../node-role.js";
import { escapeSegment } from "../pointer.js";
import { objectIn } from "../sent-object.js";
import type { StoredServiceAccount } from "../service-account.js";

/** failures.md, rank 12. */
export const annotationAbsentOrMisplaced: Cause = {
  id: "annotation-absent-or-misplaced",
  rank: "missing",
  met: "everywhere",
  title: "The service account has no role annotation, so the webhook left the pod alone",
  see: "User: arn:aws:sts::<acct>:assumed-role/<node role>/i-<id> is not authorized to perform: ...; no AWS variables in the pod",
  why: "People put it on the pod, keep the kiam key iam.amazonaws.com/role, or use a chart value that does not reach the SA; the EBS add-on annotates the controller SA and not the node SA.",
  prove: [
    "kubectl get serviceaccount -n NAMESPACE NAME -o yaml",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_",
    "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity",
  ],
  sources: [
    "https://github.com/kubernetes-sigs/external-dns/issues/1684",
    "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/1449",
    "https://github.com/aws/containers-roadmap/issues/2248",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/1083",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2721",
    "https://github.com/velero-io/velero/issues/8291",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/226",
    "https://github.com/aws-samples/aws-cdk-for-emr-on-eks/issues/2",
  ],
  explain: (symptom) => explainLabel(symptom),
  explainNoIdentity(view) {
    return explainDecision(
      view,
      isNodeRoleRefused(view) ? "the call went out under the node's role" : "the SDK found no credentials: those of the node are out of its reach",
    );
  },
};

const ANNOTATION = /^[a-z0-9.-]+\/role-arn$/;

/** Among the labels, where the API server takes no ARN. */
function explainLabel({ check, told, exchange }: Symptom): Explanation | null {
  if (check.actor !== "api-server" || !told.message.includes("metadata.labels") || exchange === null) return null;
  const { kind, metadata = {} } = (objectIn(exchange.request) ?? {}) as StoredServiceAccount & { readonly metadata?: { readonly labels?: JsonObject } };
  const [label] = Object.entries(metadata.labels ?? {}).filter(([key]) => ANNOTATION.test(key));
  if (kind !== "ServiceAccount" || label === undefined) return null;
  const [key, value] = label;
  const source = `ServiceAccount/${metadata.namespace ?? "default"}/${metadata.name}`;
  return {
    because: `${key} stands among the labels of service account ${metadata.name}, and a label's value may have no colon and no slash; the webhook reads annotations alone`,
    fix: `move ${key} from metadata.labels to metadata.annotations`,
    edits: [
      { source, pointer: `/metadata/labels/${escapeSegment(key)}`, value: null },
      { source, pointer: `/metadata/annotations/${escapeSegment(key)}`, value },
    ],
  };
}

function explainDecision(view: FailureView, effect: string): Explanation | null {
  const decision = lastNote(view.events, "webhook.decision")?.attributes;
  if (decision?.reason !== "no-role-annotation") return null;
  const serviceAccount = String(decision.serviceAccount);
  const [namespace = "default", name = serviceAccount] = serviceAccount.split("/");
  const role = roleTrusting(view.all, serviceAccount);
  return {
    because: `service account ${serviceAccount} has no ${String(decision.annotation)} annotation, so the pod got no token and ${effect}`,
    fix: `kubectl annotate serviceaccount -n ${namespace} ${name} ${String(decision.annotation)}=${role?.arn ?? "<role ARN>"}, then create the pod again`,
    edits: role === null ? [] : annotationEdits(view, role.arn),
  };
}
