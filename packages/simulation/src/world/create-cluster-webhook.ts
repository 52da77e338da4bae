import { type Trace, trustAnchors } from "@irsa-sim/core";
import { createWebhook, type WebhookSettings } from "@irsa-sim/webhook-mutator";
import { type Associations, createAssociations } from "../settings/webhook/container-credentials/create-associations.js";
import { parseWebhookFlags } from "../settings/webhook/flags/parse-webhook-flags.js";
import { feedWebhook, fetchAnnotations, type WebhookFeed } from "./feed-webhook.js";
import type { Wiring } from "./wiring.js";

/** The webhook of one cluster. */
export interface ClusterWebhook {
  readonly settings: WebhookSettings;
  readonly associations: Associations;
  /** Puts it on the network and lets it read the API server, unless nobody installed it. */
  start(): { readonly delayWatch: WebhookFeed["delay"] };
}

/** Creates the webhook, which knows of no service account yet. */
export function createClusterWebhook(
  { clock, networkFrom, random, keys, hosts, description }: Wiring,
  { trace, signal }: { readonly trace: Trace; readonly signal: AbortSignal },
): ClusterWebhook {
  const { absent, kubernetesVersion: minorVersion } = description.webhook;
  const settings = parseWebhookFlags(description.webhook);
  const access = { network: networkFrom("control-plane"), clock, tls: trustAnchors([keys.clusterRoot]), cacheSpan: trace.quiet, signal };
  const webhook = createWebhook({
    settings,
    place: { account: description.aws.account, region: description.cluster.region },
    fetchServiceAccount: (namespace, name) => fetchAnnotations(access, namespace, name),
    clock,
    random: random.stream("webhook"),
    minorVersion,
  });
  const associations = createAssociations(webhook, description, trace.root);
  return {
    settings,
    associations,
    start() {
      if (absent) return { delayWatch: () => {} };
      const host = "pod-identity-webhook.default.svc";
      hosts.listen({ host, actor: "webhook", handler: webhook.handler, certificate: keys.certificates.webhook });
      hosts.listen({ host: `${host}:9999`, actor: "webhook", handler: webhook.metricsHandler });
      const { delay } = feedWebhook(webhook, access, settings.watchConfigMap ? { namespace: settings.namespace, root: trace.root } : null);
      return { delayWatch: delay };
    },
  };
}
