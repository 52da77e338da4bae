/** Holds the policies and manifests of a scenario against their schemas. */
import { checkManifest, checkPolicy, type LocatedNode, memberOf, type ProblemList } from "@irsa-sim/documents";

/** Checks every policy under `aws` and every manifest under `kubernetes`. */
export function checkDocuments(scenario: LocatedNode, problems: ProblemList): void {
  const aws = memberOf(scenario, "aws");
  const accounts = [aws, ...valuesOf(memberOf(aws, "accounts"))];
  const roles = accounts.flatMap((account) => valuesOf(memberOf(account, "roles")));
  for (const policy of accounts.flatMap((account) => valuesOf(memberOf(account, "managedPolicies")))) checkPolicy(policy, "permission", problems);
  for (const role of [...roles, ...valuesOf(memberOf(aws, "users")), memberOf(aws, "nodeRole")]) {
    const trustPolicy = memberOf(role, "trustPolicy");
    if (trustPolicy !== null) checkPolicy(trustPolicy, "trust", problems);
    for (const policy of valuesOf(memberOf(role, "policies"))) checkPolicy(policy, "permission", problems);
    const boundary = memberOf(role, "permissionsBoundary");
    if (boundary !== null) checkPolicy(boundary, "permission", problems);
  }
  for (const endpoint of itemsOf(memberOf(memberOf(memberOf(scenario, "cluster"), "network"), "vpcEndpoints"))) {
    const policy = memberOf(endpoint, "policy");
    if (policy !== null) checkPolicy(policy, "resource", problems);
  }
  for (const call of itemsOf(memberOf(scenario, "timeline")).map((entry) => memberOf(entry, "call")))
    for (const policy of [memberOf(call, "sessionPolicy"), memberOf(memberOf(call, "assumeRole"), "policy")])
      if (policy !== null) checkPolicy(policy, "permission", problems);
  for (const resource of ["bucketSettings", "kmsKeys"].flatMap((kind) => valuesOf(memberOf(aws, kind)))) {
    const policy = memberOf(resource, "policy");
    if (policy !== null) checkPolicy(policy, "resource", problems);
  }
  const organization = memberOf(aws, "organization");
  for (const policy of valuesOf(memberOf(organization, "serviceControlPolicies"))) checkPolicy(policy, "permission", problems);
  for (const policy of valuesOf(memberOf(organization, "resourceControlPolicies"))) checkPolicy(policy, "resource", problems);
  const kubernetes = memberOf(scenario, "kubernetes");
  if (kubernetes?.kind !== "object") return;
  for (const [kind, { node }] of kubernetes.members) {
    for (const object of valuesOf(node)) checkManifest(kind, object, problems);
  }
}

function valuesOf(node: LocatedNode | null): readonly LocatedNode[] {
  return node?.kind === "object" ? [...node.members.values()].map(({ node: value }) => value) : [];
}

function itemsOf(node: LocatedNode | null): readonly LocatedNode[] {
  return node?.kind === "list" ? node.items : [];
}
