import type { JsonObject } from "@irsa-sim/core";
import type { KubernetesObject } from "../../storage/kubernetes-object.js";

/** A MutatingWebhookConfiguration with the defaults that a stored one always carries. */
export function applyConfigurationDefaults(configuration: KubernetesObject): KubernetesObject {
  const { webhooks } = configuration as { readonly webhooks?: readonly JsonObject[] };
  return webhooks === undefined ? configuration : { ...configuration, webhooks: webhooks.map(withDefaults) };
}

function withDefaults(webhook: JsonObject): JsonObject {
  const { clientConfig = {}, rules = [] } = webhook as { readonly clientConfig?: JsonObject; readonly rules?: readonly JsonObject[] };
  const { service } = clientConfig as { readonly service?: JsonObject };
  return {
    failurePolicy: "Fail",
    matchPolicy: "Equivalent",
    namespaceSelector: {},
    objectSelector: {},
    reinvocationPolicy: "Never",
    timeoutSeconds: 10,
    ...webhook,
    clientConfig: service === undefined ? clientConfig : { ...clientConfig, service: { port: 443, ...service } },
    rules: rules.map((rule) => ({ scope: "*", ...rule })),
  };
}
