import { md5 } from "../../body/checksums.js";
import { readBody } from "../../body/read-body.js";
import type { S3Object } from "../../bucket.js";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { checkEncryptionKey } from "../../checks/03-encryption-key.js";
import { encryptionHeaders } from "../../kms-key.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Call, S3Operation } from "../../s3-request.js";
import { keptHeaders } from "./kept-headers.js";

/** PutObject; `If-None-Match: *` keeps it from replacing one. */
export const putObject: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  const { key } = call.target;
  checkAuthorization(call, { action: "s3:PutObject", resource: s3Arn(call, bucket.name, key), bucket });
  checkEncryptionKey(call, { action: "kms:GenerateDataKey", key: bucket.kmsKey, objectArn: s3Arn(call, bucket.name, key) });
  const body = readBody(call.request, call.signing);
  if (call.request.headers["if-none-match"] === "*" && bucket.objects.has(key)) throw FAULTS.preconditionFailed("If-None-Match");
  const object = store(call, { body, entityTag: `"${md5(body).hex}"`, ...keptHeaders(call.request.headers) });
  return { status: 200, headers: { ...encryptionHeaders(object.kmsKey), etag: object.entityTag }, body: "" };
};

/** Stores an object under the call's key, encrypted as the bucket wants, and says so in the trace. */
export function store(call: S3Call, object: Omit<S3Object, "lastModified" | "kmsKey">): S3Object {
  const bucket = requireBucket(call);
  const { key } = call.target;
  const stored = { ...object, kmsKey: bucket.kmsKey, lastModified: call.options.clock.now() };
  bucket.objects.set(key, stored);
  call.span.change({ what: `object ${bucket.name}/${key}`, before: null, after: { bytes: stored.body.byteLength, etag: stored.entityTag } });
  return stored;
}
