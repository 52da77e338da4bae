/** Validation of near and far from which nodes and pods. */
import { type FieldProblem, invalid, invalidConstant, required } from "../../field-problem.js";
import type { Affinity, NodeAffinity, NodeSelectorTerm, PodAffinity, PodAffinityTerm, SelectorRequirement } from "../../types/scheduling.js";
import { findOperatorProblems, findSelectorProblems, findValuesProblems } from "../find-labels-problems.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { qualifiedName } from "../formats/labels.js";
import { dnsLabel, dnsSubdomain } from "../formats/names.js";
import { findMatchLabelKeysProblems } from "./find-match-label-keys-problems.js";

const REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
const PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

/** Problems of a pod's affinity; none for an absent one. */
export function* findAffinityProblems(affinity: Affinity | undefined, field: string): Generator<FieldProblem> {
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity ?? {};
  if (nodeAffinity !== undefined) yield* findNodeAffinityProblems(nodeAffinity, `${field}.nodeAffinity`);
  if (podAffinity !== undefined) yield* findPodAffinityProblems(podAffinity, `${field}.podAffinity`);
  if (podAntiAffinity !== undefined) yield* findPodAffinityProblems(podAntiAffinity, `${field}.podAntiAffinity`);
}

function* findNodeAffinityProblems({ [REQUIRED]: demanded, [PREFERRED]: preferred = [] }: NodeAffinity, field: string): Generator<FieldProblem> {
  const terms = `${field}.${REQUIRED}.nodeSelectorTerms`;
  const { nodeSelectorTerms = [] } = demanded ?? {};
  if (demanded !== undefined && nodeSelectorTerms.length === 0) yield required(terms, "must have at least one node selector term");
  for (const [index, term] of nodeSelectorTerms.entries()) yield* findNodeTermProblems(term, `${terms}[${index}]`, { comparesLabels: true });
  for (const [index, { weight = 0, preference = {} }] of preferred.entries()) {
    const place = `${field}.${PREFERRED}[${index}]`;
    yield* findWeightProblems(weight, place);
    yield* findNodeTermProblems(preference, `${place}.preference`, { comparesLabels: false });
  }
}

function* findWeightProblems(weight: number, place: string): Generator<FieldProblem> {
  if (weight <= 0 || weight > 100) yield invalid(`${place}.weight`, weight, "must be in the range 1-100");
}

/** @param comparesLabels whether values have to be those of labels, which a preference need not */
function* findNodeTermProblems(
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  field: string,
  { comparesLabels }: { readonly comparesLabels: boolean },
): Generator<FieldProblem> {
  for (const [index, { key = "", operator = "", values = [] }] of matchExpressions.entries()) {
    const place = `${field}.matchExpressions[${index}]`;
    if (operator !== "Gt" && operator !== "Lt") yield* findOperatorProblems({ operator, values }, place);
    else if (values.length !== 1) yield required(`${place}.values`, "must be specified single value when `operator` is 'Lt' or 'Gt'");
    yield* findFormatProblems(qualifiedName, `${place}.key`, key);
    if (comparesLabels) yield* findValuesProblems(values, place);
  }
  for (const [index, requirement] of matchFields.entries()) yield* findNodeFieldProblems(requirement, `${field}.matchFields[${index}]`);
}

function* findNodeFieldProblems({ key = "", operator = "", values = [] }: SelectorRequirement, field: string): Generator<FieldProblem> {
  if (operator !== "In" && operator !== "NotIn") yield invalidConstant(`${field}.operator`, operator, "not a valid selector operator");
  else if (values.length !== 1) yield required(`${field}.values`, "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
  if (key !== "metadata.name") return yield invalid(`${field}.key`, key, "not a valid field selector key");
  for (const [index, value] of values.entries()) yield* findFormatProblems(dnsSubdomain, `${field}.values[${index}]`, value);
}

function* findPodAffinityProblems({ [REQUIRED]: demanded = [], [PREFERRED]: preferred = [] }: PodAffinity, field: string): Generator<FieldProblem> {
  for (const [index, term] of demanded.entries()) yield* findPodTermProblems(term, `${field}.${REQUIRED}[${index}]`);
  for (const [index, { weight = 0, podAffinityTerm = {} }] of preferred.entries()) {
    const place = `${field}.${PREFERRED}[${index}]`;
    yield* findWeightProblems(weight, place);
    yield* findPodTermProblems(podAffinityTerm, `${place}.podAffinityTerm`);
  }
}

function* findPodTermProblems(term: PodAffinityTerm, field: string): Generator<FieldProblem> {
  const { labelSelector, namespaceSelector, namespaces = [], topologyKey = "" } = term;
  yield* findSelectorProblems(labelSelector, `${field}.labelSelector`);
  yield* findSelectorProblems(namespaceSelector, `${field}.namespaceSelector`);
  for (const name of namespaces) yield* findFormatProblems(dnsLabel, `${field}.namespace`, name);
  yield* findMatchLabelKeysProblems(term, field);
  if (topologyKey === "") yield required(`${field}.topologyKey`, "can not be empty");
  yield* findFormatProblems(qualifiedName, `${field}.topologyKey`, topologyKey);
}
