import { partitionOf } from "@irsa-sim/core";
import type { Bucket } from "./bucket.js";
import { FAULTS } from "./s3-fault.js";
import type { S3Call } from "./s3-request.js";

/** The bucket that a call names. @throws {S3Fault} `NoSuchBucket` */
export function requireBucket({ options, target, span }: S3Call, name = target.bucket): Bucket {
  const bucket = options.buckets.get(name);
  if (bucket !== undefined) return bucket;
  span.check({
    check: "s3.bucket",
    title: "there is no bucket of this name",
    passed: false,
    expected: { value: name, from: { file: "request", pointer: "bucket" } },
    actual: { value: [...options.buckets.keys()].join(", ") || "none" },
  });
  throw FAULTS.noSuchBucket(name);
}

/** The ARN of a bucket, or of an object in it. */
export function s3Arn({ options }: Pick<S3Call, "options">, bucket: string, key?: string): string {
  return `arn:${partitionOf(options.region)}:s3:::${bucket}${key === undefined ? "" : `/${key}`}`;
}
