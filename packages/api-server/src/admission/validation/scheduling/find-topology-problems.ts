import { duplicate, type FieldProblem, invalid, notSupported, required } from "../../field-problem.js";
import type { TopologySpreadConstraint } from "../../types/scheduling.js";
import { findSelectorProblems } from "../find-labels-problems.js";
import { findMatchLabelKeysProblems } from "./find-match-label-keys-problems.js";

const ACTIONS = ["DoNotSchedule", "ScheduleAnyway"];
const POLICIES = ["Honor", "Ignore"];
const POSITIVE = "must be greater than zero";

/** Problems of how pods are spread; each pair of key and action stands once. */
export function* findTopologyProblems(constraints: readonly TopologySpreadConstraint[], field: string): Generator<FieldProblem> {
  for (const [index, constraint] of constraints.entries()) {
    const { maxSkew = 0, topologyKey = "", whenUnsatisfiable = "", nodeAffinityPolicy, nodeTaintsPolicy, matchLabelKeys = [], labelSelector } = constraint;
    const place = `${field}[${index}]`;
    if (maxSkew <= 0) yield invalid(`${place}.maxSkew`, maxSkew, POSITIVE);
    if (topologyKey === "") yield required(`${place}.topologyKey`, "can not be empty");
    if (!ACTIONS.includes(whenUnsatisfiable)) yield notSupported(`${place}.whenUnsatisfiable`, whenUnsatisfiable, ACTIONS);
    const isRepeated = constraints
      .slice(index + 1)
      .some((later) => (later.topologyKey ?? "") === topologyKey && (later.whenUnsatisfiable ?? "") === whenUnsatisfiable);
    if (isRepeated) yield duplicate(`${place}.{topologyKey, whenUnsatisfiable}`, `{${topologyKey}, ${whenUnsatisfiable}}`);
    yield* findDomainsProblems(constraint, `${place}.minDomains`);
    yield* findPolicyProblems(nodeAffinityPolicy, `${place}.nodeAffinityPolicy`);
    yield* findPolicyProblems(nodeTaintsPolicy, `${place}.nodeTaintsPolicy`);
    yield* findMatchLabelKeysProblems({ matchLabelKeys, ...(labelSelector && { labelSelector }) }, place);
    yield* findSelectorProblems(labelSelector, `${place}.labelSelector`);
  }
}

function* findDomainsProblems({ minDomains, whenUnsatisfiable = "" }: TopologySpreadConstraint, field: string): Generator<FieldProblem> {
  if (minDomains === undefined) return;
  if (minDomains <= 0) yield invalid(field, minDomains, POSITIVE);
  if (whenUnsatisfiable === "DoNotSchedule") return;
  yield invalid(field, minDomains, `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`);
}

function* findPolicyProblems(policy: string | undefined, field: string): Generator<FieldProblem> {
  if (policy !== undefined && !POLICIES.includes(policy)) yield notSupported(field, policy, POLICIES);
}
