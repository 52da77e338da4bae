import { partitionOf } from "@irsa-sim/core";
import { defaultKeyPolicy, type KmsKey, type NewBucket } from "@irsa-sim/fake-s3";
import type { WorldDescription } from "../../world-description.js";

/** The buckets as S3 is made with them; what names no account belongs to the first. */
export function newBuckets({ aws, cluster }: Pick<WorldDescription, "aws" | "cluster">): readonly NewBucket[] {
  return Object.entries(aws.buckets).map(([name, objects]) => {
    const { account = aws.account, region = cluster.region, policy = null, kmsKey: id = null, objectTags = {} } = aws.bucketSettings[name] ?? {};
    return { name, region, accountId: account, objects, policy, objectTags, kmsKey: id === null ? null : keyOf({ aws, cluster }, id) };
  });
}

/** All keys of KMS. */
export function kmsKeysOf(description: Pick<WorldDescription, "aws" | "cluster">): readonly KmsKey[] {
  return Object.keys(description.aws.kmsKeys).map((id) => keyOf(description, id));
}

function keyOf({ aws, cluster }: Pick<WorldDescription, "aws" | "cluster">, id: string): KmsKey {
  const { account = aws.account, policy = null } = aws.kmsKeys[id] ?? {};
  const partition = partitionOf(cluster.region);
  return { arn: `arn:${partition}:kms:${cluster.region}:${account}:key/${id}`, accountId: account, policy: policy ?? defaultKeyPolicy(account, partition) };
}
