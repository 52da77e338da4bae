/**
 * The managed policies of AWS itself that IRSA's tutorials attach.
 * Differs from AWS: of some thousand policies these three exist, each in its newest version only.
 */
import { type Arn, epochMillis, type JsonObject, type Partition } from "@irsa-sim/core";
import type { ManagedPolicy } from "./account.js";

const S3_READ = ["s3:Get*", "s3:List*", "s3:Describe*", "s3-object-lambda:Get*", "s3-object-lambda:List*"];

/** Those of a partition, by ARN. */
export function awsManagedPolicies(partition: Partition): ReadonlyMap<string, ManagedPolicy> {
  const policies = [
    awsManaged("AdministratorAccess", "ANPAIWMBCKSKIEE64ZLYK", 1, ["*"]),
    awsManaged("AmazonS3FullAccess", "ANPAIFIR6V6BVTRAHWINE", 2, ["s3:*", "s3-object-lambda:*"]),
    awsManaged("AmazonS3ReadOnlyAccess", "ANPAIZTJ4DXE7G6AGAE6M", 3, S3_READ),
  ].map((policy) => ({ ...policy, arn: `arn:${partition}:iam::aws:policy/${policy.name}` as Arn }));
  return new Map(policies.map((policy) => [policy.arn, policy]));
}

function awsManaged(name: string, id: string, version: number, actions: readonly string[]): Omit<ManagedPolicy, "arn"> {
  const createdAt = epochMillis(Date.UTC(2015, 1, 6, 18, 40));
  const document: JsonObject = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] };
  return {
    id,
    name,
    path: "/",
    description: null,
    versions: [{ id: `v${version}`, document, createdAt }],
    defaultVersionId: `v${version}`,
    lastVersion: version,
    tags: new Map(),
    createdAt,
    updatedAt: createdAt,
  };
}
