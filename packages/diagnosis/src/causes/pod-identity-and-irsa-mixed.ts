import type { ExchangeEvent, NoteEvent } from "@irsa-sim/core";
import { type Cause, lastNote, since } from "../cause.js";
import { annotationIn, serviceAccountChanges } from "../service-account.js";

/** failures.md, rank 30. */
export const podIdentityAndIrsaMixed: Cause = {
  id: "pod-identity-and-irsa-mixed",
  rank: "without-effect",
  met: "often",
  title: "The service account has both IRSA and EKS Pod Identity, and Pod Identity counts",
  see: 'Ignoring, HTTP credential provider invalid endpoint host, "169.254.170.23", only loopback hosts are allowed.; role differs from the annotation',
  why: "The webhook gives Pod Identity precedence; SDK chains and plugins order the two differently; old SDKs reject the link-local agent.",
  prove: [
    "aws eks list-pod-identity-associations --cluster-name CLUSTER --namespace NAMESPACE --service-account NAME",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_CONTAINER",
    "kubectl get daemonset -n kube-system eks-pod-identity-agent",
  ],
  sources: [
    "https://github.com/kubernetes-sigs/external-dns/issues/4353",
    "https://github.com/cert-manager/cert-manager/issues/5557",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/226",
    "https://github.com/awslabs/mountpoint-s3-csi-driver/pull/458",
    "https://github.com/boto/botocore/issues/3117",
    "https://github.com/aws/aws-sdk-js-v3/issues/6667",
  ],
  explainOwnError({ events, action }) {
    const decision = lastNote(events, "webhook.decision")?.attributes;
    const ofAction = since(events, action);
    const failed = ofAction.find(
      (event): event is NoteEvent =>
        event.kind === "note" && event.name === "sdk.provider" && event.attributes.kind === "container" && event.attributes.verdict === "error",
    );
    if (decision?.reason !== "container-credentials" || failed === undefined) return null;
    const account = String(decision.serviceAccount);
    const stored = serviceAccountChanges(events, account).at(-1)?.after ?? null;
    const role = annotationIn(stored, String(decision.annotation));
    const asked = ofAction.some((event): event is ExchangeEvent => event.kind === "exchange" && event.name === "GetContainerCredentials");
    const why = asked ? "no agent answered" : "the SDK is too old for its address and asked nobody";
    // Without an annotation nothing is mixed.
    if (role === undefined) return null;
    return {
      because: `service account ${account} is associated with EKS Pod Identity, and its annotation with ${role} does not count: the webhook gave the pod the agent's address, and ${why} (${String(failed.attributes.reason)})`,
      fix: asked
        ? "keep one of the two: delete the Pod Identity association, or install the EKS Pod Identity agent; then create the pod again"
        : "keep one of the two: delete the Pod Identity association and create the pod again, or build the app with an SDK that knows EKS Pod Identity",
    };
  },
};
