import type { JsonObject } from "@irsa-sim/core";
import { type KeyMaterial, webhookConfiguration } from "@irsa-sim/simulation";
import { allRoots } from "./loopback-certificate.js";

/** Not the name of Amazon's own, which a cluster may have already. */
const NAME = "irsa-sim";

/**
 * The registration of the webhook with a real API server, which reaches it by its URL.
 *
 * @param url where it listens, such as `https://127.0.0.1:4578`
 */
export function webhookManifest(url: string, keys: KeyMaterial): JsonObject {
  const { webhooks, ...configuration } = webhookConfiguration(keys.clusterRoot) as unknown as { readonly webhooks: readonly JsonObject[] } & JsonObject;
  const clientConfig = { url: `${url}/mutate`, caBundle: btoa(allRoots(keys)) };
  return { ...configuration, metadata: { name: NAME }, webhooks: webhooks.map((webhook) => ({ ...webhook, clientConfig })) };
}
