import { expect, test } from "vitest";
import { parseWorldDescription } from "../../parse-world-description.js";
import type { WrittenWorld } from "../../world-description.js";
import { newBuckets } from "./new-buckets.js";

const KEY = "1234abcd-12ab-34cd-56ef-1234567890ab";
const OTHER = "444455556666";
const POLICY = { Version: "2012-10-17", Statement: [] };

const made = (aws: WrittenWorld["aws"], region = "eu-west-1") => newBuckets(parseWorldDescription({ aws, cluster: { region } }));

test("a bucket of which nothing is said is the first account's, without policy, key and tags", () => {
  expect(made({ buckets: { mine: { "a.txt": "hello" } } })).toEqual([
    { name: "mine", region: "eu-west-1", accountId: "111122223333", objects: { "a.txt": "hello" }, objectTags: {}, policy: null, kmsKey: null },
  ]);
});

test.each([
  { name: "in the commercial partition", region: "eu-west-1", partition: "aws" },
  { name: "in China", region: "cn-north-1", partition: "aws-cn" },
])("a bucket with everything, $name", ({ region, partition }) => {
  const [bucket] = made(
    {
      buckets: { theirs: {} },
      bucketSettings: { theirs: { account: OTHER, policy: POLICY, kmsKey: KEY } },
      kmsKeys: { [KEY]: { account: OTHER, policy: POLICY } },
    },
    region,
  );
  expect(bucket).toMatchObject({
    accountId: OTHER,
    policy: POLICY,
    kmsKey: { arn: `arn:${partition}:kms:${region}:${OTHER}:key/${KEY}`, accountId: OTHER, policy: POLICY },
  });
});

test("a key without a policy has the one that AWS gives: its account's own policies decide", () => {
  const [bucket] = made({ buckets: { mine: {} }, bucketSettings: { mine: { kmsKey: KEY } }, kmsKeys: { [KEY]: {} } });
  expect(bucket?.kmsKey).toMatchObject({
    accountId: "111122223333",
    policy: { Statement: [{ Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*" }] },
  });
});

test.each<{ readonly name: string; readonly aws: WrittenWorld["aws"]; readonly path: readonly string[] }>([
  { name: "settings of a bucket that is not there", aws: { bucketSettings: { gone: {} } }, path: ["aws", "bucketSettings", "gone"] },
  {
    name: "a key that nobody made",
    aws: { buckets: { mine: {} }, bucketSettings: { mine: { kmsKey: KEY } } },
    path: ["aws", "bucketSettings", "mine", "kmsKey"],
  },
  { name: "a name that no bucket can have", aws: { buckets: { "-ab": {} } }, path: ["aws", "buckets", "-ab"] },
])("$name is refused", ({ aws, path }) => {
  expect(() => parseWorldDescription({ aws })).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ path })] }));
});
