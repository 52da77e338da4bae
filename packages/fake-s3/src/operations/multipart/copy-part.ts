import { toRfc3339 } from "@irsa-sim/core";
import { md5 } from "../../body/checksums.js";
import { checkEncryptionKey } from "../../checks/03-encryption-key.js";
import { encryptionHeaders } from "../../kms-key.js";
import { s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Operation } from "../../s3-request.js";
import { xmlResponse } from "../../xml/xml.js";
import { checkSource, readSource } from "../object/copy-object.js";
import { requireObject } from "../object/require-object.js";
import { authorizeUpload, partNumberOf, requireUpload } from "./multipart.js";

/** UploadPartCopy: a part of an object, or all of it, becomes a part of an upload; reading the one and writing the other must both be allowed. */
export const uploadPartCopy: S3Operation = async (call) => {
  const { headers } = call.request;
  const object = requireObject(call, readSource(headers["x-amz-copy-source"] ?? ""));
  checkSource(headers, object);
  const bucket = authorizeUpload(call, "s3:PutObject");
  const { parts, kmsKey } = requireUpload(call, bucket);
  checkEncryptionKey(call, { action: "kms:Decrypt", key: kmsKey, objectArn: s3Arn(call, bucket.name, call.target.key) });
  const number = partNumberOf(call);
  const range = headers["x-amz-copy-source-range"];
  const { first, last } = range === undefined ? { first: 0, last: object.body.byteLength - 1 } : readRange(range, object.body.byteLength);
  const body = object.body.slice(first, last + 1);
  const part = { body, entityTag: `"${md5(body).hex}"`, lastModified: call.options.clock.now() };
  parts.set(number, part);
  const response = xmlResponse("CopyPartResult", { LastModified: toRfc3339(part.lastModified), ETag: part.entityTag });
  return { ...response, headers: { ...response.headers, ...encryptionHeaders(kmsKey) } };
};

/** @throws {S3Fault} `InvalidArgument` for any other form, and for what lies behind the object's end */
function readRange(range: string, size: number): { readonly first: number; readonly last: number } {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(range) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (from === undefined || to === undefined || first > last) {
    const message =
      "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy";
    throw FAULTS.invalidArgument(message, "x-amz-copy-source-range", range);
  }
  if (last >= size) throw FAULTS.invalidArgument(`Range specified is not valid for source object of size: ${size}`, "x-amz-copy-source-range", range);
  return { first, last };
}
