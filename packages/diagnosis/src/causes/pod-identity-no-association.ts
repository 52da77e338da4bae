import type { NoteEvent } from "@irsa-sim/core";
import { accountOf } from "../asked-role.js";
import type { Cause } from "../cause.js";
import { ofPodIdentity } from "../pod-identity.js";

/** Not in failures.md: the agent's answer for a service account that EKS knows nothing of. */
export const podIdentityNoAssociation: Cause = {
  id: "pod-identity-no-association",
  rank: "missing",
  narrows: ["fallback-hides-failure", "pod-older-than-annotation", "annotation-absent-or-misplaced"],
  title: "No Pod Identity association for the pod's service account",
  see: "Received non 200 response 404 from container metadata: [...]: (ResourceNotFoundException): ..., fault: client",
  why: "The pod got the agent's address when it was created. EKS looks at the association each time that credentials are asked for, and there is none, or none any more, in this cluster for this namespace and this name.",
  prove: [
    "aws eks list-pod-identity-associations --cluster-name CLUSTER --namespace NAMESPACE --service-account NAME",
    "kubectl logs -n kube-system daemonset/eks-pod-identity-agent | grep ResourceNotFound",
  ],
  sources: ["https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html", "https://github.com/aws/eks-pod-identity-agent"],
  ...ofPodIdentity((symptom) => {
    const { check, all } = symptom;
    if (check.check !== "eks-auth.association") return null;
    const account = accountOf(symptom) ?? "the pod's service account";
    const deleted = all.findLast(
      (event): event is NoteEvent =>
        event.kind === "note" &&
        event.name === "eks.pod-identity-association" &&
        `${event.attributes.namespace}/${event.attributes.serviceAccount}` === account,
    );
    const why =
      deleted?.attributes.role === null
        ? "it was deleted while the pod ran, and credentials that had been handed out stayed good until they expired"
        : "the webhook lists the service account, and EKS has nothing for it";
    return {
      because: `EKS has no Pod Identity association for service account ${account}: ${why}`,
      fix: `make the association: aws eks create-pod-identity-association for namespace and service account ${account} with its role; or give the service account its annotation back and create the pod again`,
    };
  }),
};
