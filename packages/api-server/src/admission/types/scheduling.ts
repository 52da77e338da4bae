/** A condition on one label. */
export type SelectorRequirement = { readonly key?: string; readonly operator?: string; readonly values?: readonly string[] };

/** Which objects are meant, by their labels. */
export type LabelSelector = { readonly matchLabels?: { readonly [key: string]: string }; readonly matchExpressions?: readonly SelectorRequirement[] };

/** Which nodes are meant. */
export type NodeSelectorTerm = { readonly matchExpressions?: readonly SelectorRequirement[]; readonly matchFields?: readonly SelectorRequirement[] };

/** Near or far from which pods. */
export type PodAffinityTerm = {
  readonly labelSelector?: LabelSelector;
  readonly namespaces?: readonly string[];
  readonly topologyKey?: string;
  readonly namespaceSelector?: LabelSelector;
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
};

/** Near or far from other pods. */
export type PodAffinity = {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly { readonly weight?: number; readonly podAffinityTerm?: PodAffinityTerm }[];
};

/** On which nodes. */
export type NodeAffinity = {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: { readonly nodeSelectorTerms?: readonly NodeSelectorTerm[] };
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly { readonly weight?: number; readonly preference?: NodeSelectorTerm }[];
};

/** Where a pod is to run. */
export type Affinity = { readonly nodeAffinity?: NodeAffinity; readonly podAffinity?: PodAffinity; readonly podAntiAffinity?: PodAffinity };

/** Which taint of a node does not keep the pod away. */
export type Toleration = {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
};

/** How pods are spread over the nodes. */
export type TopologySpreadConstraint = {
  readonly maxSkew?: number;
  readonly topologyKey?: string;
  readonly whenUnsatisfiable?: string;
  readonly labelSelector?: LabelSelector;
  readonly minDomains?: number;
  readonly nodeAffinityPolicy?: string;
  readonly nodeTaintsPolicy?: string;
  readonly matchLabelKeys?: readonly string[];
};
