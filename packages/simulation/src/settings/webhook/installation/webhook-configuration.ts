import type { JsonObject } from "@irsa-sim/core";
import type { Registration } from "../registration/schema.js";

/**
 * How the pod identity webhook is registered, as upstream's manifest does it, but asking for AdmissionReview v1.
 *
 * @param clusterRoot PEM of the root that signed the webhook's certificate
 * @param registration what is otherwise than in upstream's manifest
 * @see webhook.md, section 14
 */
export function webhookConfiguration(
  clusterRoot: string,
  { namespaceSelector, objectSelector, rules, caBundle, failurePolicy }: Registration = {},
): JsonObject {
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "MutatingWebhookConfiguration",
    metadata: { name: "pod-identity-webhook" },
    webhooks: [
      {
        name: "pod-identity-webhook.amazonaws.com",
        clientConfig: { service: { name: "pod-identity-webhook", namespace: "default", path: "/mutate" }, caBundle: caBundle ?? btoa(clusterRoot) },
        rules: (rules as readonly JsonObject[] | undefined) ?? [{ operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"] }],
        failurePolicy: failurePolicy ?? "Ignore",
        objectSelector: (objectSelector as JsonObject | undefined) ?? {
          matchExpressions: [{ key: "eks.amazonaws.com/skip-pod-identity-webhook", operator: "DoesNotExist" }],
        },
        ...(namespaceSelector === undefined ? {} : { namespaceSelector: namespaceSelector as JsonObject }),
        sideEffects: "None",
        admissionReviewVersions: ["v1"],
        timeoutSeconds: 10,
      },
    ],
  };
}
