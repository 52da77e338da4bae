/** A MutatingWebhookConfiguration, as far as it is looked at here. */
export interface WebhookConfiguration {
  readonly metadata?: { readonly name?: string };
  readonly webhooks?: readonly Webhook[];
}

interface Webhook {
  readonly name?: string;
  readonly clientConfig?: { readonly url?: string; readonly service?: { readonly name?: string; readonly namespace?: string } };
  readonly rules?: readonly { readonly operations?: readonly string[]; readonly resources?: readonly string[] }[];
  readonly objectSelector?: { readonly matchExpressions?: readonly { readonly key?: string }[] };
}

/** A pod identity webhook that a cluster asks about new pods. */
export interface PodWebhook {
  /** Of its MutatingWebhookConfiguration. */
  readonly configuration: string;
  /** Whom the API server asks: a URL, or `service NAMESPACE/NAME`. */
  readonly asks: string;
}

/** The label by which a pod opts out: it stands in upstream's manifest. */
const OPT_OUT = "eks.amazonaws.com/skip-pod-identity-webhook";

/**
 * The pod identity webhooks among a cluster's mutating webhooks: those that are asked about new pods, and have upstream's name or its way to opt out.
 *
 * @see webhook.md, section 14
 */
export function findPodWebhooks(configurations: readonly WebhookConfiguration[]): readonly PodWebhook[] {
  return configurations.flatMap(({ metadata, webhooks = [] }) =>
    webhooks
      .filter((webhook) => isAskedAboutPods(webhook) && isPodIdentity(webhook, metadata?.name ?? ""))
      .map(({ clientConfig: { url, service } = {} }) => ({
        configuration: metadata?.name ?? "",
        asks: url ?? `service ${service?.namespace ?? ""}/${service?.name ?? ""}`,
      })),
  );
}

function isAskedAboutPods({ rules = [] }: Webhook): boolean {
  const has = (values: readonly string[] | undefined, wanted: string): boolean => values?.some((value) => value === wanted || value === "*") ?? false;
  return rules.some(({ operations, resources }) => has(operations, "CREATE") && has(resources, "pods"));
}

function isPodIdentity({ name = "", objectSelector }: Webhook, configuration: string): boolean {
  return (
    [name, configuration].some((text) => text.includes("pod-identity-webhook")) || (objectSelector?.matchExpressions ?? []).some(({ key }) => key === OPT_OUT)
  );
}
