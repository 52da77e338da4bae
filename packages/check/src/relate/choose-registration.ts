import { itemsOf, type LocatedNode, listAt, memberOf, type ObjectNode, objectAt, scalarAt, textOf } from "@irsa-sim/documents";
import type { Assumptions } from "../assume/assumptions.js";
import type { NamedObject } from "../gather/inventory.js";
import { type FoundRegistration, findRegistrations } from "./find-registration.js";

/** The API server gives it to every namespace. */
const NAME_LABEL = "kubernetes.io/metadata.name";
/** Members of a rule that a world knows. */
const OF_RULE = ["operations", "apiGroups", "apiVersions", "resources", "scope"];

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
  const found = findRegistrations(registrations);
  const [registration, another] = found;
  if (registration === undefined) return null;
  if (another !== undefined) {
    assumptions.add("webhook", `${found.length} registrations of the pod identity webhook are given: assumed that EKS's own counts`);
    return null;
  }
  const { webhook, object } = registration;
  const selector = memberOf(webhook, "namespaceSelector");
  const isKnown = namespaceObject !== null || keysIn(selector).every((key) => key === NAME_LABEL);
  if (!isKnown)
    assumptions.add("namespace", `the Namespace ${namespace} is not given: assumed that it has the labels that the webhook's namespaceSelector asks for`);
  const conditions = itemsOf(memberOf(webhook, "matchConditions")).flatMap((one) => textOf(memberOf(one, "name")) ?? []);
  if (conditions.length > 0)
    assumptions.add(
      "webhook",
      `the matchConditions of MutatingWebhookConfiguration ${object.name} (${conditions.join(", ")}) are not evaluated: assumed that they hold`,
    );
  return objectAt(webhook.place, {
    namespaceSelector: isKnown ? selector : null,
    // The API server takes one that is left out for any pod, and a policy that is left out for Fail.
    objectSelector: memberOf(webhook, "objectSelector") ?? objectAt(webhook.place, {}),
    failurePolicy: memberOf(webhook, "failurePolicy") ?? scalarAt(webhook.place, "Fail"),
    rules: rulesOf(webhook),
    caBundle: missingBundle(registration),
  });
}

function rulesOf(webhook: ObjectNode): LocatedNode {
  const rules = memberOf(webhook, "rules");
  const known = itemsOf(rules).map((rule) => objectAt(rule.place, Object.fromEntries(OF_RULE.map((name) => [name, memberOf(rule, name)]))));
  return listAt(rules?.place ?? webhook.place, known);
}

/** What stands where a living registration has no certificate; `null` for one that has, and for what is filled in when it is applied. */
function missingBundle({ object, webhook }: FoundRegistration): LocatedNode | null {
  const config = memberOf(webhook, "clientConfig");
  const bundle = memberOf(config, "caBundle");
  const isAlive = textOf(memberOf(memberOf(object.document.asFound, "metadata"), "uid")) !== null;
  const isEmpty = bundle === null || ["", "Cg=="].includes(textOf(bundle) ?? "");
  return isAlive && isEmpty && memberOf(config, "service") !== null ? scalarAt(bundle?.place ?? webhook.place, textOf(bundle) ?? "") : null;
}

function keysIn(selector: LocatedNode | null): readonly string[] {
  const labels = memberOf(selector, "matchLabels");
  const named = labels?.kind === "object" ? [...labels.members.keys()] : [];
  return [...named, ...itemsOf(memberOf(selector, "matchExpressions")).flatMap((one) => textOf(memberOf(one, "key")) ?? [])];
}
