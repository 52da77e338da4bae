import { selectsLabels } from "./selects-labels.js";
import type { MutatingWebhook, RuleWithOperations } from "./webhook-configuration.js";

/** Whether a webhook is asked, or why not. */
export type AskingDecision = { readonly isAsked: true } | { readonly isAsked: false; readonly reason: "no-rule" | "namespace-selector" | "object-selector" };

/** Decides for the creation of a pod. */
export function decideWhetherToAsk(
  webhook: Pick<MutatingWebhook, "rules" | "namespaceSelector" | "objectSelector">,
  pod: { readonly labels: Readonly<Record<string, string>>; readonly namespaceLabels: Readonly<Record<string, string>> },
): AskingDecision {
  if (!webhook.rules?.some(coversPodCreation)) return { isAsked: false, reason: "no-rule" };
  if (!selectsLabels(webhook.namespaceSelector, pod.namespaceLabels)) return { isAsked: false, reason: "namespace-selector" };
  if (!selectsLabels(webhook.objectSelector, pod.labels)) return { isAsked: false, reason: "object-selector" };
  return { isAsked: true };
}

function coversPodCreation({ operations, apiGroups, apiVersions, resources, scope }: RuleWithOperations): boolean {
  const includes = (values: readonly string[], wanted: string): boolean => values.includes(wanted) || values.includes("*");
  const coversPods = includes(resources, "pods") || resources.includes("*/*");
  return includes(operations, "CREATE") && includes(apiGroups, "") && includes(apiVersions, "v1") && coversPods && scope !== "Cluster";
}
