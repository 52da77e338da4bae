/** What is in S3, and what it is encrypted with. */
import { bucketName, namedRecord, orNull, pattern, record, regionName, strictObject } from "@irsa-sim/core/schema";
import { z } from "zod";
import { accountId } from "../account-id.js";
import { policy } from "../policy.js";

const keyId = pattern(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "the id of a key, such as 1234abcd-12ab-34cd-56ef-1234567890ab");

const settings = strictObject({
  account: accountId.optional().describe("the account that owns the bucket; the scenario's own when left out"),
  region: regionName.min(1, { error: "a region such as eu-west-1" }).optional().describe("the region that the bucket is in; the cluster's when left out"),
  policy: orNull(policy).describe("the bucket policy: a file or the document itself; none when left out"),
  objectTags: record(record(z.string({ error: "a tag's value as text" }), "tags by key"), "tags by object")
    .default({})
    .describe("tags of the bucket's objects, by the object's key; none when left out"),
  kmsKey: orNull(keyId).describe("the key of kmsKeys with which the bucket's objects are encrypted (SSE-KMS); S3's own key, which asks nobody, when left out"),
});

const key = strictObject({
  account: accountId.optional().describe("the account that owns the key; the scenario's own when left out"),
  policy: orNull(policy).describe(
    "the key policy: a file or the document itself; when left out the one that AWS gives, by which the account's own policies decide",
  ),
});

export const kmsKeys = namedRecord(keyId, key, "keys by id").default({}).describe("customer managed keys of KMS by id");

export const buckets = namedRecord(bucketName, record(z.string({ error: "the object's content as text" }), "keys and contents"), "buckets by name")
  .default({})
  .describe("S3 buckets by name, each with keys and contents");

export const bucketSettings = record(settings, "settings by bucket").default({}).describe("what is special about a bucket, by its name");
