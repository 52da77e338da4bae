/** Every policy that a scenario holds, with where it will be stored. */
import { type LocatedNode, memberOf } from "@irsa-sim/documents";

/** A policy's tree, and whose it is. */
export interface ScenarioPolicy {
  readonly node: LocatedNode;
  /** As `checkPolicy` asks: a role's trust, what an identity may do, what others limit, or who may use a resource. */
  readonly of: "trust" | "identity" | "permission" | "resource";
  /** Who stores it, and says itself what is wrong with it; `null` for others than IAM and S3. */
  readonly storedBy: "iam" | "s3" | null;
  /** Of a bucket's policy its name. */
  readonly bucket?: string;
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
    ...accounts.flatMap((account) => valuesOf(memberOf(account, "managedPolicies"))).flatMap((node) => one(node, "identity", "iam")),
    ...[...roles, ...valuesOf(memberOf(aws, "users")), memberOf(aws, "nodeRole")].flatMap((role) => [
      ...one(memberOf(role, "trustPolicy"), "trust", "iam"),
      ...valuesOf(memberOf(role, "policies")).flatMap((node) => one(node, "identity", "iam")),
      ...one(memberOf(role, "permissionsBoundary"), "identity", "iam"),
    ]),
    ...entriesOf(memberOf(aws, "bucketSettings")).flatMap(([bucket, settings]) =>
      one(memberOf(settings, "policy"), "resource", "s3").map((policy) => ({ ...policy, bucket })),
    ),
    ...valuesOf(memberOf(aws, "kmsKeys")).flatMap((key) => one(memberOf(key, "policy"), "resource", null)),
    ...valuesOf(memberOf(aws, "resourcePolicies")).flatMap((node) => one(node, "resource", null)),
    ...valuesOf(memberOf(organization, "serviceControlPolicies")).flatMap((node) => one(node, "permission", null)),
    ...valuesOf(memberOf(organization, "resourceControlPolicies")).flatMap((node) => one(node, "resource", null)),
    ...endpoints.flatMap((endpoint) => one(memberOf(endpoint, "policy"), "resource", null)),
    ...calls.flatMap((call) => [
      ...one(memberOf(call, "sessionPolicy"), "identity", "iam"),
      ...one(memberOf(memberOf(call, "assumeRole"), "policy"), "identity", "iam"),
    ]),
  ];
}

function one(node: LocatedNode | null, of: ScenarioPolicy["of"], storedBy: ScenarioPolicy["storedBy"]): readonly ScenarioPolicy[] {
  return node === null ? [] : [{ node, of, storedBy }];
}

function valuesOf(node: LocatedNode | null): readonly LocatedNode[] {
  return entriesOf(node).map(([, value]) => value);
}

function entriesOf(node: LocatedNode | null): readonly (readonly [name: string, value: LocatedNode])[] {
  return node?.kind === "object" ? [...node.members].map(([name, { node: value }]) => [name, value]) : [];
}

function itemsOf(node: LocatedNode | null): readonly LocatedNode[] {
  return node?.kind === "list" ? node.items : [];
}
