/** One webhook of a stored MutatingWebhookConfiguration; defaults are filled in. */
export interface MutatingWebhook {
  readonly name: string;
  readonly clientConfig: WebhookClientConfig;
  /** Absent where it has none: empty lists are not stored. */
  readonly rules?: readonly RuleWithOperations[];
  readonly failurePolicy: "Fail" | "Ignore";
  readonly reinvocationPolicy: "Never" | "IfNeeded";
  readonly namespaceSelector: LabelSelector;
  readonly objectSelector: LabelSelector;
  readonly timeoutSeconds: number;
  readonly admissionReviewVersions: readonly string[];
}

/** Where a webhook is, and whom to trust there. */
export interface WebhookClientConfig {
  /** Instead of a service. */
  readonly url?: string;
  readonly service?: ServiceReference;
  /** PEM in base64; absent for the system's roots, of which there are none here. */
  readonly caBundle?: string;
}

/** A Service of the cluster. */
interface ServiceReference {
  readonly name: string;
  readonly namespace: string;
  readonly path?: string;
  readonly port: number;
}

/** What a webhook wants to be asked about. */
export interface RuleWithOperations {
  readonly operations: readonly string[];
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly resources: readonly string[];
  readonly scope: string;
}

/** A selector over labels; all its parts must hold. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

/** One part of a selector. */
export interface LabelSelectorRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}
