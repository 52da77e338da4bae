/** Uploads in parts: begin, send parts in any order, complete or abort. */
import { dnsSuffixOf, toRfc3339 } from "@irsa-sim/core";
import { md5 } from "../../body/checksums.js";
import { checksumOf, concatenate, readBody } from "../../body/read-body.js";
import type { Bucket, MultipartUpload } from "../../bucket.js";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { checkEncryptionKey } from "../../checks/03-encryption-key.js";
import { encryptionHeaders } from "../../kms-key.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Call, S3Operation } from "../../s3-request.js";
import { readXml, xmlResponse } from "../../xml/xml.js";
import { keptHeaders } from "../object/kept-headers.js";
import { admitNewObject, store } from "../object/put-object.js";
import { readTagsHeader } from "../tagging/read-tags.js";
import { forgetOldUploads } from "./forget-old-uploads.js";

const MAX_PARTS = 10_000;
const MIN_PART_BYTES = 5 * 1024 * 1024;
const ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

/** CreateMultipartUpload. */
export const createMultipartUpload: S3Operation = async (call) => {
  const tags = readTagsHeader(call.request.headers["x-amz-tagging"]);
  const { bucket, key: kmsKey } = admitNewObject(call, tags);
  const { clock, random } = call.options;
  forgetOldUploads(bucket, clock.now());
  const uploadId = random.text(128, ID_ALPHABET);
  bucket.uploads.set(uploadId, { key: call.target.key, begunAt: clock.now(), kmsKey, tags, ...keptHeaders(call.request.headers), parts: new Map() });
  const response = xmlResponse("InitiateMultipartUploadResult", { Bucket: bucket.name, Key: call.target.key, UploadId: uploadId });
  return { ...response, headers: { ...response.headers, ...encryptionHeaders(kmsKey) } };
};

/** UploadPart: each part is encrypted with a key that is decrypted for it. */
export const uploadPart: S3Operation = async (call) => {
  const bucket = authorizeUpload(call, "s3:PutObject");
  const { parts, kmsKey } = requireUpload(call, bucket);
  checkEncryptionKey(call, { action: "kms:Decrypt", key: kmsKey, objectArn: s3Arn(call, bucket.name, call.target.key) });
  const number = partNumberOf(call);
  const body = readBody(call.request, call.signing);
  const entityTag = `"${md5(body).hex}"`;
  parts.set(number, { body, entityTag, lastModified: call.options.clock.now() });
  return { status: 200, headers: { etag: entityTag, ...encryptionHeaders(kmsKey), ...Object.fromEntries([checksumOf(call.request.headers, body)]) }, body: "" };
};

/** CompleteMultipartUpload: the parts that the document names, in ascending order; all but the last have at least 5 MiB. */
export const completeMultipartUpload: S3Operation = async (call) => {
  const bucket = authorizeUpload(call, "s3:PutObject");
  const upload = requireUpload(call, bucket);
  const { Part: named = [] } = readXml(readBody(call.request, call.signing), "CompleteMultipartUpload") as { readonly Part?: readonly NamedPart[] };
  if (named.length === 0) throw FAULTS.malformedXml();
  if (named.some(({ PartNumber }, index) => index > 0 && Number(PartNumber) <= Number(named[index - 1]?.PartNumber))) throw FAULTS.invalidPartOrder();
  const parts = named.map(({ PartNumber, ETag }) => {
    const part = upload.parts.get(Number(PartNumber));
    if (part === undefined || part.entityTag.replaceAll('"', "") !== String(ETag).replaceAll('"', "")) throw FAULTS.invalidPart();
    return part;
  });
  if (parts.slice(0, -1).some(({ body }) => body.byteLength < MIN_PART_BYTES)) throw FAULTS.entityTooSmall();
  const tags = concatenate(parts.map(({ entityTag }) => Uint8Array.from(entityTag.match(/[0-9a-f]{2}/g) ?? [], (byte) => Number.parseInt(byte, 16))));
  const entityTag = `"${md5(tags).hex}-${parts.length}"`;
  const { contentType, headers, kmsKey, tags: objectTags } = upload;
  checkEncryptionKey(call, { action: "kms:Decrypt", key: kmsKey, objectArn: s3Arn(call, bucket.name, call.target.key) });
  const partSizes = parts.map(({ body }) => body.byteLength);
  store(call, { body: concatenate(parts.map(({ body }) => body)), entityTag, contentType, headers, kmsKey, checksum: null, partSizes, tags: objectTags });
  bucket.uploads.delete(call.target.query.get("uploadId") ?? "");
  const location = `https://${bucket.name}.s3.${call.options.region}.${dnsSuffixOf(call.options.region)}/${encodeURIComponent(call.target.key)}`;
  const response = xmlResponse("CompleteMultipartUploadResult", { Location: location, Bucket: bucket.name, Key: call.target.key, ETag: entityTag });
  return { ...response, headers: { ...response.headers, ...encryptionHeaders(kmsKey) } };
};

/** AbortMultipartUpload. */
export const abortMultipartUpload: S3Operation = async (call) => {
  const bucket = authorizeUpload(call, "s3:AbortMultipartUpload");
  requireUpload(call, bucket);
  bucket.uploads.delete(call.target.query.get("uploadId") ?? "");
  return { status: 204, headers: {}, body: "" };
};

/** ListParts, without pages. */
export const listParts: S3Operation = async (call) => {
  const bucket = authorizeUpload(call, "s3:ListMultipartUploadParts");
  const { parts } = requireUpload(call, bucket);
  const sorted = [...parts].sort(([a], [b]) => a - b);
  return xmlResponse("ListPartsResult", {
    Bucket: bucket.name,
    Key: call.target.key,
    UploadId: call.target.query.get("uploadId") ?? "",
    IsTruncated: false,
    Part: sorted.map(([number, { body, entityTag, lastModified }]) => ({
      PartNumber: number,
      LastModified: toRfc3339(lastModified),
      ETag: entityTag,
      Size: body.byteLength,
    })),
  });
};

/** ListMultipartUploads, without pages. */
export const listMultipartUploads: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  checkAuthorization(call, { action: "s3:ListBucketMultipartUploads", resource: s3Arn(call, bucket.name), bucket });
  forgetOldUploads(bucket, call.options.clock.now());
  return xmlResponse("ListMultipartUploadsResult", {
    Bucket: bucket.name,
    IsTruncated: false,
    Upload: [...bucket.uploads].map(([uploadId, { key }]) => ({ Key: key, UploadId: uploadId })),
  });
};

interface NamedPart {
  readonly PartNumber?: unknown;
  readonly ETag?: unknown;
}

/** The bucket, when the caller may do this to an upload in it. @throws {S3Fault} `AccessDenied` */
export function authorizeUpload(call: S3Call, action: string): Bucket {
  const bucket = requireBucket(call);
  checkAuthorization(call, { action, resource: s3Arn(call, bucket.name, call.target.key), bucket });
  forgetOldUploads(bucket, call.options.clock.now());
  return bucket;
}

/** The number of the part that a request sends. @throws {S3Fault} `InvalidArgument` */
export function partNumberOf({ target }: S3Call): number {
  const sent = target.query.get("partNumber") ?? "";
  const number = Number(sent);
  if (/^\d{1,5}$/.test(sent) && number >= 1 && number <= MAX_PARTS) return number;
  throw FAULTS.invalidArgument(`Part number must be an integer between 1 and ${MAX_PARTS}, inclusive`, "partNumber", sent);
}

/** The upload that a request is about. @throws {S3Fault} `NoSuchUpload` */
export function requireUpload({ target }: S3Call, bucket: Bucket): MultipartUpload {
  const uploadId = target.query.get("uploadId") ?? "";
  const upload = bucket.uploads.get(uploadId);
  if (upload === undefined || upload.key !== target.key) throw FAULTS.noSuchUpload(uploadId);
  return upload;
}
