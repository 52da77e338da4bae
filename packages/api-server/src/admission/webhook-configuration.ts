/** A MutatingWebhookConfiguration as far as admission reads it, and which pods its webhooks are asked about. */
import type { Pod } from "./pod.js";

/** One webhook. */
export interface MutatingWebhook {
  readonly name: string;
  readonly clientConfig: {
    readonly service: { readonly name: string; readonly namespace: string; readonly path?: string; readonly port?: number };
    readonly caBundle: string;
  };
  readonly rules: readonly {
    readonly operations: readonly string[];
    readonly apiGroups: readonly string[];
    readonly apiVersions: readonly string[];
    readonly resources: readonly string[];
  }[];
  /** `Fail` when absent. */
  readonly failurePolicy?: "Fail" | "Ignore";
  readonly objectSelector?: LabelSelector;
  /** 10 when absent. */
  readonly timeoutSeconds?: number;
}

/** A selector over labels. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
    readonly values?: readonly string[];
  }[];
}

/** Whether a webhook is asked about the creation of this pod. */
export function isAskedAbout(webhook: MutatingWebhook, pod: Pod): boolean {
  const hasRule = webhook.rules.some(
    ({ operations, apiGroups, apiVersions, resources }) =>
      includesOrStar(operations, "CREATE") && includesOrStar(apiGroups, "") && includesOrStar(apiVersions, "v1") && includesOrStar(resources, "pods"),
  );
  return hasRule && selects(webhook.objectSelector ?? {}, pod.metadata.labels ?? {});
}

function includesOrStar(values: readonly string[], wanted: string): boolean {
  return values.includes(wanted) || values.includes("*");
}

function selects({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value) && matchExpressions.every((expression) => holds(expression, labels));
}

function holds({ key, operator, values = [] }: NonNullable<LabelSelector["matchExpressions"]>[number], labels: Readonly<Record<string, string>>): boolean {
  const value = labels[key];
  switch (operator) {
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
  }
}
