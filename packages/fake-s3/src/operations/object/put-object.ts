import type { HttpHeaders } from "@irsa-sim/core";
import { md5 } from "../../body/checksums.js";
import { checksumOf, readBody } from "../../body/read-body.js";
import type { Bucket, S3Object } from "../../bucket.js";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { checkEncryptionKey } from "../../checks/03-encryption-key.js";
import { encryptionHeaders, type KmsKey } from "../../kms-key.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Call, S3Operation } from "../../s3-request.js";
import { readTagsHeader, type Tags } from "../tagging/read-tags.js";
import { chooseKey } from "./choose-key.js";
import { decideCondition } from "./decide-condition.js";
import { keptHeaders } from "./kept-headers.js";

/** PutObject; `If-None-Match: *` keeps it from replacing one, `If-Match` from replacing another than the one meant. */
export const putObject: S3Operation = async (call) => {
  const { headers } = call.request;
  const tags = readTagsHeader(headers["x-amz-tagging"]);
  const { bucket, key: kmsKey } = admitNewObject(call, tags);
  const body = readBody(call.request, call.signing);
  checkReplacement(headers, bucket.objects.get(call.target.key), call.target.key);
  const checksum = checksumOf(headers, body);
  const object = store(call, { body, entityTag: `"${md5(body).hex}"`, kmsKey, checksum, partSizes: null, tags, ...keptHeaders(headers) });
  const answered = { ...encryptionHeaders(object.kmsKey), etag: object.entityTag, ...Object.fromEntries([checksum]), "x-amz-checksum-type": "FULL_OBJECT" };
  return { status: 200, headers: answered, body: "" };
};

/** Whether the caller may make an object here, with these tags, and use the key for it. @throws {S3Fault} `AccessDenied`, `AccessControlListNotSupported` and what is wrong with the key */
export function admitNewObject(call: S3Call, tags: Tags): { readonly bucket: Bucket; readonly key: KmsKey | null } {
  const bucket = requireBucket(call);
  const objectArn = s3Arn(call, bucket.name, call.target.key);
  checkAuthorization(call, { action: "s3:PutObject", resource: objectArn, bucket, requestTags: tags });
  if (tags.size > 0) checkAuthorization(call, { action: "s3:PutObjectTagging", resource: objectArn, bucket, requestTags: tags });
  refuseAcl(call.request.headers);
  const key = chooseKey(call.request.headers, bucket, call.options.kmsKeys ?? []);
  checkEncryptionKey(call, { action: "kms:GenerateDataKey", key, objectArn });
  return { bucket, key };
}

/** A new bucket has no access control lists, so only those are taken that give nothing away. */
function refuseAcl(headers: HttpHeaders): void {
  const { "x-amz-acl": acl = "private" } = headers;
  const grants = Object.keys(headers).some((name) => name.startsWith("x-amz-grant-"));
  if (grants || (acl !== "private" && acl !== "bucket-owner-full-control")) throw FAULTS.aclsOff();
}

function checkReplacement(headers: HttpHeaders, existing: S3Object | undefined, key: string): void {
  const { "if-match": match, "if-none-match": noneMatch } = headers;
  if (noneMatch === "*" && existing !== undefined) throw FAULTS.preconditionFailed("If-None-Match");
  if (match === undefined) return;
  if (existing === undefined) throw FAULTS.noSuchKey(key);
  if (decideCondition({ "if-match": match }, existing) !== "proceed") throw FAULTS.preconditionFailed("If-Match");
}

/** Stores an object under the call's key, and says so in the trace. */
export function store(call: S3Call, object: Omit<S3Object, "lastModified">): S3Object {
  const bucket = requireBucket(call);
  const { key } = call.target;
  const stored = { ...object, lastModified: call.options.clock.now() };
  bucket.objects.set(key, stored);
  call.span.change({ what: `object ${bucket.name}/${key}`, before: null, after: { bytes: stored.body.byteLength, etag: stored.entityTag } });
  return stored;
}
