/** Holds the policies and manifests of a scenario against their schemas. */
import { checkManifest, checkPolicy, type LocatedNode, memberOf, type ProblemList, textOf } from "@irsa-sim/documents";
import { checkStoredPolicy } from "./check-stored-policy.js";
import { listPolicies } from "./list-policies.js";

/** Checks every policy and every manifest under `kubernetes`. */
export function checkDocuments(scenario: LocatedNode, problems: ProblemList): void {
  const region = textOf(memberOf(memberOf(scenario, "cluster"), "region")) ?? "";
  for (const policy of listPolicies(scenario)) {
    checkPolicy(policy.node, policy.of, problems);
    checkStoredPolicy(policy, region, problems);
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
