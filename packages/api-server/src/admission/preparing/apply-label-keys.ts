import type { PodSpec } from "../pod.js";
import type { LabelSelector, PodAffinity, PodAffinityTerm } from "../types/scheduling.js";

type Labels = Readonly<Record<string, string>>;

/** A term with keys of labels whose values are to be those of the pod itself. */
interface Keyed {
  readonly labelSelector?: LabelSelector;
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
}

/** A pod whose selectors have a condition for each label of its own by which other pods are to be compared. */
export function applyLabelKeys(spec: PodSpec, labels: Labels): PodSpec {
  const { affinity, topologySpreadConstraints } = spec;
  if (affinity === undefined && topologySpreadConstraints === undefined) return spec;
  const { podAffinity, podAntiAffinity } = affinity ?? {};
  return {
    ...spec,
    ...(affinity && {
      affinity: {
        ...affinity,
        ...(podAffinity && { podAffinity: ofAffinity(podAffinity, labels) }),
        ...(podAntiAffinity && { podAntiAffinity: ofAffinity(podAntiAffinity, labels) }),
      },
    }),
    ...(topologySpreadConstraints && { topologySpreadConstraints: topologySpreadConstraints.map((constraint) => withConditions(constraint, labels)) }),
  };
}

function ofAffinity(affinity: PodAffinity, labels: Labels): PodAffinity {
  const { requiredDuringSchedulingIgnoredDuringExecution: demanded, preferredDuringSchedulingIgnoredDuringExecution: preferred } = affinity;
  const ofTerm = (term: PodAffinityTerm): PodAffinityTerm => withConditions(term, labels);
  return {
    ...affinity,
    ...(demanded && { requiredDuringSchedulingIgnoredDuringExecution: demanded.map(ofTerm) }),
    ...(preferred && {
      preferredDuringSchedulingIgnoredDuringExecution: preferred.map(({ podAffinityTerm, ...rest }) => ({
        ...rest,
        ...(podAffinityTerm && { podAffinityTerm: ofTerm(podAffinityTerm) }),
      })),
    }),
  };
}

function withConditions<Term extends Keyed>(term: Term, labels: Labels): Term {
  const { labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term;
  if (labelSelector === undefined || matchLabelKeys.length + mismatchLabelKeys.length === 0) return term;
  const conditions = (keys: readonly string[], operator: string) =>
    keys.flatMap((key) => (labels[key] === undefined ? [] : [{ key, operator, values: [labels[key]] }]));
  const added = [...conditions(matchLabelKeys, "In"), ...conditions(mismatchLabelKeys, "NotIn")];
  return { ...term, labelSelector: { ...labelSelector, matchExpressions: [...(labelSelector.matchExpressions ?? []), ...added] } };
}
