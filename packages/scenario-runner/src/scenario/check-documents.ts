/** Holds the policies and manifests of a scenario against their schemas. */
import { checkManifest, checkPolicy, type LocatedNode, memberOf, type ProblemList } from "@irsa-sim/documents";
import { checkConditions } from "./check-conditions.js";
import { listPolicies } from "./list-policies.js";

/** Checks every policy and every manifest under `kubernetes`. */
export function checkDocuments(scenario: LocatedNode, problems: ProblemList): void {
  for (const { node, of } of listPolicies(scenario)) {
    checkPolicy(node, of, problems);
    checkConditions(node, problems);
  }
  const kubernetes = memberOf(scenario, "kubernetes");
  if (kubernetes?.kind !== "object") return;
  for (const [kind, { node }] of kubernetes.members) {
    for (const object of valuesOf(node)) checkManifest(kind, object, problems);
  }
}

function valuesOf(node: LocatedNode | null): readonly LocatedNode[] {
  return node?.kind === "object" ? [...node.members.values()].map(({ node: value }) => value) : [];
}
