import type { S3Object } from "../../bucket.js";
import { checkAuthorization, decide, denied } from "../../checks/02-authorization.js";
import { checkEncryptionKey } from "../../checks/03-encryption-key.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Call } from "../../s3-request.js";

/**
 * The object that a call may read, and decrypt unless only its headers are wanted; whether a key is missing is told only to those who may list the bucket.
 *
 * @throws {S3Fault} `AccessDenied`, `NoSuchBucket` or `NoSuchKey`
 * @see sts-and-iam.md, section 6.4
 */
export function requireObject(call: S3Call, place: { readonly bucket: string; readonly key: string } = call.target): S3Object {
  const bucket = requireBucket(call, place.bucket);
  checkAuthorization(call, { action: "s3:GetObject", resource: s3Arn(call, bucket.name, place.key), bucket, key: place.key });
  const object = bucket.objects.get(place.key);
  if (object !== undefined) {
    const objectArn = s3Arn(call, bucket.name, place.key);
    if (call.request.method !== "HEAD") checkEncryptionKey(call, { action: "kms:Decrypt", key: object.kmsKey, objectArn });
    return object;
  }
  const listing = { action: "s3:ListBucket", resource: s3Arn(call, bucket.name), bucket };
  const decision = decide(call, listing);
  call.span.check({
    check: "s3.object",
    title: decision.allowed ? "there is no object of this key" : "there is no object of this key, which is told only to callers who may list the bucket",
    passed: false,
    expected: { value: place.key, from: { file: "request", pointer: "key" } },
    actual: { value: [...bucket.objects.keys()].join(", ") || "none", from: { file: `bucket/${bucket.name}`, pointer: "" } },
  });
  throw decision.allowed ? FAULTS.noSuchKey(place.key) : denied(call, listing, decision);
}
