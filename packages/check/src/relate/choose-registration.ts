import { itemsOf, type LocatedNode, memberOf, type ObjectNode, objectAt, textOf } from "@irsa-sim/documents";
import type { Assumptions } from "../assume/assumptions.js";
import type { NamedObject } from "../gather/inventory.js";

/** As upstream's manifest and EKS call the webhook. */
const WEBHOOKS = ["pod-identity-webhook.amazonaws.com", "iam-for-pods.amazonaws.com"];
/** The API server gives it to every namespace. */
const NAME_LABEL = "kubernetes.io/metadata.name";

/** What is asked about. */
export interface RegistrationAsked {
  readonly registrations: readonly NamedObject[];
  readonly namespace: string;
  /** `null` when it is not given. */
  readonly namespaceObject: NamedObject | null;
}

/**
 * Which pods the pod identity webhook is asked about, as the MutatingWebhookConfiguration says that is given; `null` for EKS's own. A namespace that is not given has
 * the labels that are asked for.
 */
export function chooseRegistration({ registrations, namespace, namespaceObject }: RegistrationAsked, assumptions: Assumptions): ObjectNode | null {
  const found = registrations
    .flatMap(({ document }) => itemsOf(memberOf(document.node, "webhooks")))
    .filter((one) => WEBHOOKS.includes(textOf(memberOf(one, "name")) ?? ""));
  const [webhook, another] = found;
  if (webhook === undefined) return null;
  if (another !== undefined) {
    assumptions.add("webhook", `${found.length} registrations of the pod identity webhook are given: assumed that EKS's own counts`);
    return null;
  }
  const selector = memberOf(webhook, "namespaceSelector");
  const isKnown = namespaceObject !== null || keysIn(selector).every((key) => key === NAME_LABEL);
  if (!isKnown)
    assumptions.add("namespace", `the Namespace ${namespace} is not given: assumed that it has the labels that the webhook's namespaceSelector asks for`);
  return objectAt(webhook.place, {
    namespaceSelector: isKnown ? selector : null,
    // The API server takes one that is left out for any pod.
    objectSelector: memberOf(webhook, "objectSelector") ?? objectAt(webhook.place, {}),
    failurePolicy: memberOf(webhook, "failurePolicy"),
  });
}

function keysIn(selector: LocatedNode | null): readonly string[] {
  const labels = memberOf(selector, "matchLabels");
  const named = labels?.kind === "object" ? [...labels.members.keys()] : [];
  return [...named, ...itemsOf(memberOf(selector, "matchExpressions")).flatMap((one) => textOf(memberOf(one, "key")) ?? [])];
}
