/** Holds the policies and manifests of a scenario against their schemas. */
import { type LocatedNode, memberOf } from "./located-tree.js";
import type { ProblemList } from "./problem-list.js";
import { checkTree } from "./schema/check-tree.js";
import { KUBERNETES_SCHEMAS, type KubernetesKind } from "./schema/kubernetes-schema.js";
import { POLICY_STATEMENTS, policyDocument } from "./schema/policy-schema.js";

/** Checks every policy under `aws` and every manifest under `kubernetes`. */
export function checkDocuments(scenario: LocatedNode, problems: ProblemList): void {
  const aws = memberOf(scenario, "aws");
  const roles = [aws, ...valuesOf(memberOf(aws, "accounts"))].flatMap((account) => valuesOf(memberOf(account, "roles")));
  for (const role of [...roles, ...valuesOf(memberOf(aws, "users")), memberOf(aws, "nodeRole")]) {
    const trustPolicy = memberOf(role, "trustPolicy");
    if (trustPolicy !== null) checkPolicy(trustPolicy, "trust", problems);
    for (const policy of valuesOf(memberOf(role, "policies"))) checkPolicy(policy, "permission", problems);
  }
  for (const resource of ["bucketSettings", "kmsKeys"].flatMap((kind) => valuesOf(memberOf(aws, kind)))) {
    const policy = memberOf(resource, "policy");
    if (policy !== null) checkPolicy(policy, "resource", problems);
  }
  const organization = memberOf(aws, "organization");
  for (const policy of valuesOf(memberOf(organization, "serviceControlPolicies"))) checkPolicy(policy, "permission", problems);
  for (const policy of valuesOf(memberOf(organization, "resourceControlPolicies"))) checkPolicy(policy, "resource", problems);
  const kubernetes = memberOf(scenario, "kubernetes");
  if (kubernetes?.kind !== "object") return;
  const kinds = Object.keys(KUBERNETES_SCHEMAS);
  for (const [kind, { node }] of kubernetes.members) {
    for (const object of valuesOf(node)) {
      if (kinds.includes(kind)) checkTree(object, KUBERNETES_SCHEMAS[kind as KubernetesKind], problems);
      else problems.add(object.place, { message: `a ${kind} cannot be applied`, expected: `one of: ${kinds.join(", ")}` });
    }
  }
}

function checkPolicy(policy: LocatedNode, of: keyof typeof POLICY_STATEMENTS, problems: ProblemList): void {
  // The name of a file that could not be read has been told already.
  if (policy.kind === "scalar") return;
  checkTree(policy, policyDocument, problems);
  const statement = memberOf(policy, "Statement");
  if (policy.kind === "object" && statement === null)
    problems.add(policy.place, { message: "Statement is missing", expected: "a statement or a list of statements" });
  for (const one of statement?.kind === "list" ? statement.items : statement === null ? [] : [statement]) checkTree(one, POLICY_STATEMENTS[of], problems);
}

function valuesOf(node: LocatedNode | null): readonly LocatedNode[] {
  return node?.kind === "object" ? [...node.members.values()].map(({ node: value }) => value) : [];
}
