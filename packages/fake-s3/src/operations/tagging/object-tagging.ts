/** Get, Put and DeleteObjectTagging. */
import { readBody } from "../../body/read-body.js";
import type { Bucket, S3Object } from "../../bucket.js";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Call, S3Operation } from "../../s3-request.js";
import { xmlResponse } from "../../xml/xml.js";
import { NO_TAGS, readTagsDocument, type Tags } from "./read-tags.js";

/** GetObjectTagging. */
export const getObjectTagging: S3Operation = async (call) => {
  const { object } = requireTagged(call, "s3:GetObjectTagging", NO_TAGS);
  return xmlResponse("Tagging", { TagSet: { Tag: [...object.tags].map(([Key, Value]) => ({ Key, Value })) } });
};

/** PutObjectTagging: the whole set anew. */
export const putObjectTagging: S3Operation = async (call) => {
  const tags = readTagsDocument(readBody(call.request, call.signing));
  const { bucket, object } = requireTagged(call, "s3:PutObjectTagging", tags);
  replaceTags(call, { bucket, object, tags });
  return { status: 200, headers: {}, body: "" };
};

/** DeleteObjectTagging. */
export const deleteObjectTagging: S3Operation = async (call) => {
  const { bucket, object } = requireTagged(call, "s3:DeleteObjectTagging", NO_TAGS);
  replaceTags(call, { bucket, object, tags: NO_TAGS });
  return { status: 204, headers: {}, body: "" };
};

/** @throws {S3Fault} `AccessDenied` or `NoSuchKey` */
function requireTagged(call: S3Call, action: string, requestTags: Tags): { readonly bucket: Bucket; readonly object: S3Object } {
  const { key } = call.target;
  const bucket = requireBucket(call);
  checkAuthorization(call, { action, resource: s3Arn(call, bucket.name, key), bucket, requestTags });
  const object = bucket.objects.get(key);
  if (object === undefined) throw FAULTS.noSuchKey(key);
  return { bucket, object };
}

function replaceTags(call: S3Call, { bucket, object, tags }: { readonly bucket: Bucket; readonly object: S3Object; readonly tags: Tags }): void {
  const { key } = call.target;
  bucket.objects.set(key, { ...object, tags });
  call.span.change({ what: `tags of object ${bucket.name}/${key}`, before: Object.fromEntries(object.tags), after: Object.fromEntries(tags) });
}
