import { addMillis, bodyText, type Clock, type Network, NetworkError, type Span, type TlsPolicy } from "@irsa-sim/core";
import { listAndWatch, type WatchedObject } from "@irsa-sim/core/list-and-watch";
import { CONFIG_MAP_NAME, type Webhook } from "@irsa-sim/webhook-mutator";
import { WEBHOOK_TOKEN } from "./bearer-tokens.js";

/** How the webhook reaches the API server. */
export interface WebhookAccess {
  readonly network: Network;
  readonly clock: Clock;
  readonly tls: TlsPolicy;
  /** Where its caches' own requests are recorded. */
  readonly cacheSpan: Span;
  /** Ends its watches. */
  readonly signal: AbortSignal;
}

const SERVER = "https://kubernetes.default.svc";

type ServiceAccount = WatchedObject & { readonly metadata: { readonly annotations?: Readonly<Record<string, string>> } };
type ConfigMap = WatchedObject & { readonly data?: Readonly<Record<string, string>> };

/** What the webhook's caches are fed by. */
export interface WebhookFeed {
  /** Lets changes of service accounts reach the cache only after a while; 0 for at once. */
  delay(delayMs: number): void;
}

/**
 * Keeps the webhook's caches of service accounts and of its ConfigMap up to date.
 *
 * @param configMap where the ConfigMap would be, and where the webhook records that it reads it; `null` when it is not watched
 */
export function feedWebhook(
  webhook: Pick<Webhook, "serviceAccounts" | "configMapChanged">,
  { clock, cacheSpan, ...access }: WebhookAccess,
  configMap: { readonly namespace: string; readonly root: Span } | null,
): WebhookFeed {
  let delayMs = 0;
  const loop = { ...access, clock, span: cacheSpan, bearerToken: WEBHOOK_TOKEN };
  const serviceAccounts = {
    ...loop,
    url: `${SERVER}/api/v1/serviceaccounts`,
    name: "ServiceAccounts",
    onChange: ({ type, object: { metadata } }: { readonly type: string; readonly object: ServiceAccount }) => {
      const { namespace = "", name, annotations = {} } = metadata;
      const deliver = (): void => {
        if (type === "DELETED") webhook.serviceAccounts.delete(namespace, name);
        else webhook.serviceAccounts.set(namespace, name, annotations);
      };
      if (delayMs === 0) deliver();
      else clock.at(addMillis(clock.now(), delayMs), deliver);
    },
  };
  const configMaps = configMap !== null && {
    ...loop,
    url: `${SERVER}/api/v1/namespaces/${configMap.namespace}/configmaps`,
    fieldSelector: `metadata.name=${CONFIG_MAP_NAME}`,
    name: "ConfigMaps",
    onChange: ({ type, object: { data = {} } }: { readonly type: string; readonly object: ConfigMap }) => {
      const title = type === "DELETED" ? "The webhook's ConfigMap is gone" : "The webhook reads its ConfigMap";
      webhook.configMapChanged(type === "DELETED" ? null : data, configMap.root.enter(title, { step: null, actor: "webhook" }));
    },
  };
  clock.at(clock.now(), () => listAndWatch<ServiceAccount>(serviceAccounts));
  if (configMaps) clock.at(clock.now(), () => listAndWatch<ConfigMap>(configMaps));
  return {
    delay: (ms) => {
      delayMs = ms;
    },
  };
}

/** Asks for the annotations of one service account; `null` when there is none, or no answer. */
export async function fetchAnnotations(
  { network, tls, cacheSpan }: WebhookAccess,
  namespace: string,
  name: string,
): Promise<Readonly<Record<string, string>> | null> {
  const request = {
    method: "GET",
    url: `${SERVER}/api/v1/namespaces/${namespace}/serviceaccounts/${name}`,
    headers: { authorization: `Bearer ${WEBHOOK_TOKEN}`, accept: "application/json" },
    body: "",
  };
  try {
    const response = await network.send(request, cacheSpan, { name: "GetServiceAccount", tls });
    return response.status === 200 ? ((JSON.parse(bodyText(response)) as ServiceAccount).metadata.annotations ?? {}) : null;
  } catch (error) {
    if (error instanceof NetworkError) return null;
    throw error;
  }
}
