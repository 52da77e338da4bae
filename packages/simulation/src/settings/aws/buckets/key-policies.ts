import type { StoredPolicy } from "@irsa-sim/iam";
import type { WorldDescription } from "../../world-description.js";
import { kmsKeysOf } from "./new-buckets.js";

/** The policies of KMS's keys by their ARNs; nothing else outside S3 has a policy of its own here. */
export function keyPolicies(description: Pick<WorldDescription, "aws" | "cluster">): (resource: string) => StoredPolicy | null {
  const keys = kmsKeysOf(description);
  return (resource) => {
    const key = keys.find(({ arn }) => arn === resource);
    return key === undefined ? null : { source: `kms-key/${key.arn.slice(key.arn.lastIndexOf("/") + 1)}/policy`, document: key.policy };
  };
}
