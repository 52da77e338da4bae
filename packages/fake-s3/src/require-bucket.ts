import { partitionOf } from "@irsa-sim/core";
import type { Bucket } from "./bucket.js";
import { FAULTS, type S3Fault } from "./s3-fault.js";
import type { S3Call } from "./s3-request.js";

/** The bucket that a call names. @throws {S3Fault} `NoSuchBucket`, or `AccessDenied` when it belongs to another account than the call says */
export function requireBucket({ options, target, request, span }: S3Call, name = target.bucket): Bucket {
  const bucket = options.buckets.get(name);
  const owner = request.headers["x-amz-expected-bucket-owner"] ?? bucket?.accountId;
  if (bucket !== undefined && name === target.bucket && owner !== bucket.accountId) throw wrongOwner(span, bucket, owner ?? "");
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

function wrongOwner(span: S3Call["span"], { name, accountId }: Bucket, expected: string): S3Fault {
  span.check({
    check: "s3.bucket-owner",
    title: "the bucket belongs to whom the call says",
    passed: false,
    expected: { value: expected, from: { file: "request", pointer: "x-amz-expected-bucket-owner" } },
    actual: { value: accountId, from: { file: `bucket/${name}` } },
  });
  return FAULTS.accessDenied();
}

/** The ARN of a bucket, or of an object in it. */
export function s3Arn({ options }: Pick<S3Call, "options">, bucket: string, key?: string): string {
  return `arn:${partitionOf(options.region)}:s3:::${bucket}${key === undefined ? "" : `/${key}`}`;
}
