import { type Cause, lastNote, since } from "../cause.js";

/** Where the token for the Kubernetes API is, as client libraries have it built in. */
const API_TOKEN_DIRECTORY = "/var/run/secrets/kubernetes.io/serviceaccount";

/** failures.md, rank 69. */
export const automountConfusion: Cause = {
  id: "automount-confusion",
  rank: "mistaken",
  met: "rarely",
  title: "The token for the Kubernetes API was switched off, and the program wants that one",
  see: "Program fails to read /var/run/secrets/kubernetes.io/serviceaccount/token, or charts force automount to true for the sake of IRSA",
  why: "Two different projected tokens. The webhook adds its own volume whatever automount says; the API-server token is needed only for the Kubernetes API.",
  prove: [
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.automountServiceAccountToken}{.spec.volumes[*].name}",
    "kubectl get serviceaccount -n NAMESPACE NAME -o jsonpath={.automountServiceAccountToken}",
    "kubectl exec -n NAMESPACE POD -- ls /var/run/secrets /var/run/secrets/eks.amazonaws.com/serviceaccount",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/67",
    "https://github.com/tryretool/retool-helm/issues/217",
    "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/pull/1619",
    "https://github.com/aws/karpenter-provider-aws/issues/9536",
  ],
  explainOwnError({ told, events, action }) {
    const failed = lastNote(since(events, action), "app.file-not-read");
    const leftOut = lastNote(events, "admission.api-access-left-out");
    if (told.code !== "ENOENT" || leftOut === null || !String(failed?.attributes.file).startsWith(`${API_TOKEN_DIRECTORY}/`)) return null;
    return {
      because: `the ${String(leftOut.attributes.says)} says automountServiceAccountToken: false, so there is no ${API_TOKEN_DIRECTORY}; that token is for the Kubernetes API, and IRSA's is another one, which is there`,
      fix: "set automountServiceAccountToken: true if the program calls the Kubernetes API, and leave it false if it only calls AWS",
    };
  },
};
