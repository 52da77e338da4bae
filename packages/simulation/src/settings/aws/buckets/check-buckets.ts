import type { z } from "zod";
import type { bucketSettings, buckets, kmsKeys } from "./schema.js";

/** What belongs together in S3 and KMS. */
interface WrittenBuckets {
  readonly buckets: z.output<typeof buckets>;
  readonly bucketSettings: z.output<typeof bucketSettings>;
  readonly kmsKeys: z.output<typeof kmsKeys>;
}

/** Refuses settings of a bucket that is not there, and a key that nobody made. */
export function checkBuckets({ buckets, bucketSettings, kmsKeys }: WrittenBuckets, context: z.RefinementCtx): void {
  for (const [bucket, { kmsKey: key, objectTags }] of Object.entries(bucketSettings)) {
    if (!Object.hasOwn(buckets, bucket))
      context.addIssue({ code: "custom", path: ["bucketSettings", bucket], message: "a bucket that is listed under buckets" });
    for (const object of Object.keys(objectTags)) {
      if (!Object.hasOwn(buckets[bucket] ?? {}, object))
        context.addIssue({ code: "custom", path: ["bucketSettings", bucket, "objectTags", object], message: "the key of an object in the bucket" });
    }
    if (key !== null && !Object.hasOwn(kmsKeys, key)) {
      context.addIssue({ code: "custom", path: ["bucketSettings", bucket, "kmsKey"], message: "a key that is listed under kmsKeys" });
    }
  }
}
