import { itemsOf, memberOf, type ObjectNode, textOf } from "@irsa-sim/documents";
import type { NamedObject } from "../gather/inventory.js";

/** As upstream's manifest and EKS call the webhook. */
const NAMES = ["pod-identity-webhook.amazonaws.com", "iam-for-pods.amazonaws.com"];
/** As those who run it themselves call it, its service and its configuration. */
const OWN_NAME = /pod-identity-webhook/;

/** One webhook of a MutatingWebhookConfiguration. */
export interface FoundRegistration {
  readonly object: NamedObject;
  readonly webhook: ObjectNode;
}

/** The registrations of the pod identity webhook among those of others. */
export function findRegistrations(registrations: readonly NamedObject[]): readonly FoundRegistration[] {
  return registrations.flatMap((object) =>
    itemsOf(memberOf(object.document.node, "webhooks")).flatMap((webhook) =>
      webhook.kind === "object" && isOurs(webhook, object) ? [{ object, webhook }] : [],
    ),
  );
}

/** The only one; `null` when there is none, or several, of which nobody knows which counts. */
export function findRegistration(registrations: readonly NamedObject[]): FoundRegistration | null {
  const [first, another] = findRegistrations(registrations);
  return first !== undefined && another === undefined ? first : null;
}

function isOurs(webhook: ObjectNode, { name: configuration, document }: NamedObject): boolean {
  const name = textOf(memberOf(webhook, "name")) ?? "";
  const service = textOf(memberOf(memberOf(memberOf(webhook, "clientConfig"), "service"), "name")) ?? "";
  const isAlone = itemsOf(memberOf(document.node, "webhooks")).length === 1;
  return NAMES.includes(name) || OWN_NAME.test(name) || OWN_NAME.test(service) || (isAlone && OWN_NAME.test(configuration));
}
