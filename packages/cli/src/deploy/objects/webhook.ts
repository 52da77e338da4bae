import type { JsonObject } from "@irsa-sim/core";
import { webhookConfiguration } from "@irsa-sim/simulation";
import { type DeploymentInput, labelsOf, NAME, PORTS } from "../deployment-input.js";

/** The cluster's own pods, and the webhook's, have to start without it. */
const NAMESPACES_LEFT_ALONE = ["kube-system"];

/** The registration of the webhook, as a cluster reaches it behind its Service; the name is not that of Amazon's own. */
export function webhook(input: DeploymentInput): JsonObject {
  const { namespace, roots } = input;
  const { webhooks, ...configuration } = webhookConfiguration(roots) as { readonly webhooks: readonly JsonObject[] } & JsonObject;
  const own = {
    clientConfig: { service: { name: NAME, namespace, path: "/mutate", port: PORTS.webhook }, caBundle: btoa(roots) },
    namespaceSelector: { matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "NotIn", values: [...NAMESPACES_LEFT_ALONE, namespace] }] },
  };
  return { ...configuration, metadata: { name: NAME, labels: labelsOf(input) }, webhooks: webhooks.map((one) => ({ ...one, ...own })) };
}
