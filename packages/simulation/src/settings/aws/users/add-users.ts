import { type Arn, type JsonObject, partitionOf } from "@irsa-sim/core";
import type { IamAccounts, StoredPolicy } from "@irsa-sim/iam";
import type { WorldDescription } from "../../world-description.js";

/** Adds the users to the first account, each with its key and its policies. */
export function addUsers(iam: IamAccounts, { aws, cluster }: WorldDescription): void {
  const users = iam.account(aws.account)?.users;
  for (const [name, { accessKeyId, secretAccessKey, policies, permissionsBoundary }] of Object.entries(aws.users)) {
    const arn = `arn:${partitionOf(cluster.region)}:iam::${aws.account}:user/${name}` as Arn;
    const stored = Object.entries(policies).map(([policy, document]) => ({ source: `user/${name}/policy/${policy}`, document }));
    // The id of a user is the key's, as unlike any other's.
    users?.set(name, {
      arn,
      id: accessKeyId.replace("AKIA", "AIDA"),
      name,
      accessKeyId,
      secretAccessKey,
      policies: stored,
      ...boundaryOf(name, permissionsBoundary),
    });
  }
}

function boundaryOf(name: string, document: JsonObject | null): { readonly permissionsBoundary?: StoredPolicy } {
  return document === null ? {} : { permissionsBoundary: { source: `user/${name}/permissions-boundary`, document } };
}
