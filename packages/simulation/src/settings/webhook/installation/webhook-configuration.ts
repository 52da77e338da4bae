import type { JsonObject } from "@irsa-sim/core";

/**
 * How the pod identity webhook is registered, as upstream's manifest does it, but asking for AdmissionReview v1.
 *
 * @param clusterRoot PEM of the root that signed the webhook's certificate
 * @see webhook.md, section 14
 */
export function webhookConfiguration(clusterRoot: string): JsonObject {
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "MutatingWebhookConfiguration",
    metadata: { name: "pod-identity-webhook" },
    webhooks: [
      {
        name: "pod-identity-webhook.amazonaws.com",
        clientConfig: { service: { name: "pod-identity-webhook", namespace: "default", path: "/mutate" }, caBundle: btoa(clusterRoot) },
        rules: [{ operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"] }],
        failurePolicy: "Ignore",
        objectSelector: { matchExpressions: [{ key: "eks.amazonaws.com/skip-pod-identity-webhook", operator: "DoesNotExist" }] },
        sideEffects: "None",
        admissionReviewVersions: ["v1"],
        timeoutSeconds: 10,
      },
    ],
  };
}
