import type { StoredPolicy } from "@irsa-sim/iam";
import type { WorldDescription } from "../../world-description.js";
import { kmsKeysOf } from "../buckets/new-buckets.js";

/** The policies of resources outside S3 by their ARNs. */
export function resourcePolicyOf(description: Pick<WorldDescription, "aws" | "cluster">): (resource: string) => StoredPolicy | null {
  const keys = kmsKeysOf(description);
  return (resource) => {
    const key = keys.find(({ arn }) => arn === resource);
    if (key !== undefined) return { source: `kms-key/${key.arn.slice(key.arn.lastIndexOf("/") + 1)}/policy`, document: key.policy };
    const { resourcePolicies } = description.aws;
    const document = Object.hasOwn(resourcePolicies, resource) ? resourcePolicies[resource] : undefined;
    return document === undefined ? null : { source: `resource/${resource}`, document };
  };
}
