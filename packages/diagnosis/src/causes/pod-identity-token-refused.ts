import type { Cause } from "../cause.js";
import { ofPodIdentity } from "../pod-identity.js";

/** Not in failures.md: what may be wrong with the token that the agent is given. */
export const podIdentityTokenRefused: Cause = {
  id: "pod-identity-token-refused",
  rank: "mistaken",
  narrows: ["fallback-hides-failure", "pod-older-than-annotation", "annotation-absent-or-misplaced"],
  title: "EKS Pod Identity does not take the token that the SDK gives to the agent",
  see: "Service account token cannot be parsed: token is malformed: ...; Service account token cannot be empty; (InvalidTokenException), from container metadata",
  why: "The agent wants the token of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE by itself in the Authorization header, for the audience pods.eks.amazonaws.com, bound to a pod of this cluster and in its time.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- printenv AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
    'kubectl exec -n NAMESPACE POD -- sh -c "cat $AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE" | irsa-sim token inspect -',
    "kubectl logs -n kube-system daemonset/eks-pod-identity-agent",
  ],
  sources: ["https://github.com/n8n-io/n8n/issues/23584", "https://github.com/aws/eks-pod-identity-agent"],
  ...ofPodIdentity(({ check: { check, reason, expected, actual } }) => {
    if (check !== "pod-identity-agent.request" && check !== "eks-auth.token") return null;
    switch (reason) {
      case "audience":
        return {
          because: `the pod's token is for ${actual.value}, and EKS Auth takes tokens for ${expected.value} only`,
          fix: `let the webhook ask for the audience ${expected.value} (--container-credentials-audience), and create the pod again`,
        };
      case "issuer":
        return {
          because: `the pod's token is of issuer ${actual.value}, and this cluster's is ${expected.value}`,
          fix: "send the token of a pod of this cluster",
        };
      case "empty":
        return {
          because: "the SDK sent no token: neither AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE nor AWS_CONTAINER_AUTHORIZATION_TOKEN is set in the container",
          fix: "create the pod again, so that the webhook gives it AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE beside the agent's address",
        };
      case "malformed":
        return {
          because: `the agent cannot read what was sent as the token: ${actual.value}; it wants ${expected.value}`,
          fix: "send the content of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE as the Authorization header, without Bearer before it; let the SDK do it, or mend the library that does it by hand",
        };
      default:
        return {
          because: `EKS Pod Identity refused the pod's token: it wants ${expected.value}, and found ${actual.value}`,
          fix: "read AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE anew for each call, as SDKs do; the kubelet keeps a good token there",
        };
    }
  }),
};
