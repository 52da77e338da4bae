import type { PodSpec } from "../pod.js";
import type { NodeSelectorTerm } from "../types/scheduling.js";
import { labelValue } from "../validation/formats/labels.js";

const LABELS: Readonly<Record<string, string>> = {
  "beta.kubernetes.io/arch": 'deprecated since v1.14; use "kubernetes.io/arch" instead',
  "beta.kubernetes.io/os": 'deprecated since v1.14; use "kubernetes.io/os" instead',
  "failure-domain.beta.kubernetes.io/region": 'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  "failure-domain.beta.kubernetes.io/zone": 'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  "beta.kubernetes.io/instance-type": 'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
  "app.kubernetes.io/created-by": "deprecated since v1.9",
  "scheduler.alpha.kubernetes.io/preferAvoidPods": "deprecated since v1.22; use Taints and Tolerations instead",
  "node-role.kubernetes.io/master": 'use "node-role.kubernetes.io/control-plane" instead',
};
const AFFINITY = "spec.affinity.nodeAffinity";

/** Warnings of where a pod is to run, by labels of nodes that have other names by now. */
export function* findSchedulingWarnings({ nodeSelector = {}, affinity, topologySpreadConstraints = [] }: PodSpec): Generator<string> {
  for (const key of Object.keys(nodeSelector)) if (LABELS[key] !== undefined) yield `spec.nodeSelector[${key}]: ${LABELS[key]}`;
  const { requiredDuringSchedulingIgnoredDuringExecution: demanded, preferredDuringSchedulingIgnoredDuringExecution: preferred = [] } =
    affinity?.nodeAffinity ?? {};
  for (const [index, term] of (demanded?.nodeSelectorTerms ?? []).entries()) {
    yield* findTermWarnings(term, `${AFFINITY}.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[${index}]`, { checksValues: false });
  }
  for (const [index, { preference = {} }] of preferred.entries()) {
    yield* findTermWarnings(preference, `${AFFINITY}.preferredDuringSchedulingIgnoredDuringExecution[${index}].preference`, { checksValues: true });
  }
  for (const [index, { topologyKey = "", labelSelector }] of topologySpreadConstraints.entries()) {
    const field = `spec.topologySpreadConstraints[${index}]`;
    if (LABELS[topologyKey] !== undefined) yield `${field}.topologyKey: ${topologyKey} is ${LABELS[topologyKey]}`;
    if (labelSelector === undefined) yield `${field}.labelSelector: a null labelSelector results in matching no pod`;
  }
}

function* findTermWarnings(
  { matchExpressions = [] }: NodeSelectorTerm,
  field: string,
  { checksValues }: { readonly checksValues: boolean },
): Generator<string> {
  for (const [index, { key = "", values = [] }] of matchExpressions.entries()) {
    const place = `${field}.matchExpressions[${index}]`;
    if (LABELS[key] !== undefined) yield `${place}.key: ${key} is ${LABELS[key]}`;
    if (!checksValues) continue;
    for (const [at, value] of values.entries()) for (const problem of labelValue(value)) yield `${place}.values[${at}]: ${value} is invalid, ${problem}`;
  }
}
