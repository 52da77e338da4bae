/** Every policy that a scenario holds, with where it will be stored. */
import { type LocatedNode, memberOf } from "@irsa-sim/documents";

/** A policy's tree, and whose it is. */
export interface ScenarioPolicy {
  readonly node: LocatedNode;
  /** As `checkPolicy` asks: a role's trust, what an identity may do, or who may use a resource. */
  readonly of: "trust" | "permission" | "resource";
}

/** In the order of the scenario's parts. */
export function listPolicies(scenario: LocatedNode): readonly ScenarioPolicy[] {
  const aws = memberOf(scenario, "aws");
  const accounts = [aws, ...valuesOf(memberOf(aws, "accounts"))];
  const roles = accounts.flatMap((account) => valuesOf(memberOf(account, "roles")));
  const organization = memberOf(aws, "organization");
  const endpoints = itemsOf(memberOf(memberOf(memberOf(scenario, "cluster"), "network"), "vpcEndpoints"));
  const calls = itemsOf(memberOf(scenario, "timeline")).map((entry) => memberOf(entry, "call"));
  return [
    ...accounts.flatMap((account) => valuesOf(memberOf(account, "managedPolicies"))).flatMap((node) => one(node, "permission")),
    ...[...roles, ...valuesOf(memberOf(aws, "users")), memberOf(aws, "nodeRole")].flatMap((role) => [
      ...one(memberOf(role, "trustPolicy"), "trust"),
      ...valuesOf(memberOf(role, "policies")).flatMap((node) => one(node, "permission")),
      ...one(memberOf(role, "permissionsBoundary"), "permission"),
    ]),
    ...["bucketSettings", "kmsKeys"].flatMap((kind) => valuesOf(memberOf(aws, kind))).flatMap((resource) => one(memberOf(resource, "policy"), "resource")),
    ...valuesOf(memberOf(aws, "resourcePolicies")).flatMap((node) => one(node, "resource")),
    ...valuesOf(memberOf(organization, "serviceControlPolicies")).flatMap((node) => one(node, "permission")),
    ...valuesOf(memberOf(organization, "resourceControlPolicies")).flatMap((node) => one(node, "resource")),
    ...endpoints.flatMap((endpoint) => one(memberOf(endpoint, "policy"), "resource")),
    ...calls.flatMap((call) => [...one(memberOf(call, "sessionPolicy"), "permission"), ...one(memberOf(memberOf(call, "assumeRole"), "policy"), "permission")]),
  ];
}

function one(node: LocatedNode | null, of: ScenarioPolicy["of"]): readonly ScenarioPolicy[] {
  return node === null ? [] : [{ node, of }];
}

function valuesOf(node: LocatedNode | null): readonly LocatedNode[] {
  return node?.kind === "object" ? [...node.members.values()].map(({ node: value }) => value) : [];
}

function itemsOf(node: LocatedNode | null): readonly LocatedNode[] {
  return node?.kind === "list" ? node.items : [];
}
