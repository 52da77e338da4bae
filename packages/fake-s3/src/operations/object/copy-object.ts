import { type HttpHeaders, toRfc3339 } from "@irsa-sim/core";
import type { S3Object } from "../../bucket.js";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { encryptionHeaders } from "../../kms-key.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Call, S3Operation } from "../../s3-request.js";
import { xmlResponse } from "../../xml/xml.js";
import { readTagsHeader, type Tags } from "../tagging/read-tags.js";
import { decideCondition } from "./decide-condition.js";
import { keptHeaders } from "./kept-headers.js";
import { admitNewObject, store } from "./put-object.js";
import { requireObject } from "./require-object.js";

/** CopyObject: reading the source and writing the target must both be allowed; onto itself only what changes something. */
export const copyObject: S3Operation = async (call) => {
  const { headers } = call.request;
  const source = readSource(headers["x-amz-copy-source"] ?? "");
  const object = requireObject(call, source);
  checkSource(headers, object);
  const tags = tagsOfCopy(call, source, object);
  const { bucket, key: kmsKey } = admitNewObject(call, tags);
  const isReplaced = headers["x-amz-metadata-directive"] === "REPLACE";
  const isItself = source.bucket === bucket.name && source.key === call.target.key;
  const changesEncryption = headers["x-amz-server-side-encryption"] !== undefined || headers["x-amz-server-side-encryption-aws-kms-key-id"] !== undefined;
  if (isItself && !isReplaced && !changesEncryption && headers["x-amz-tagging-directive"] !== "REPLACE") throw FAULTS.copyOntoItself();
  const copy = store(call, { ...object, kmsKey, tags, ...(isReplaced ? keptHeaders(headers) : {}) });
  const response = xmlResponse("CopyObjectResult", { LastModified: toRfc3339(copy.lastModified), ETag: copy.entityTag });
  return { ...response, headers: { ...response.headers, ...encryptionHeaders(copy.kmsKey) } };
};

/** The source's tags, which the caller must be able to read, or those that are sent in their place. @throws {S3Fault} `AccessDenied` and what is wrong with tags */
function tagsOfCopy(call: S3Call, source: Place, { tags }: S3Object): Tags {
  const { headers } = call.request;
  if (headers["x-amz-tagging-directive"] === "REPLACE") return readTagsHeader(headers["x-amz-tagging"]);
  if (tags.size === 0) return tags;
  const bucket = requireBucket(call, source.bucket);
  checkAuthorization(call, { action: "s3:GetObjectTagging", resource: s3Arn(call, bucket.name, source.key), bucket, key: source.key });
  return tags;
}

interface Place {
  readonly bucket: string;
  readonly key: string;
}

/** The source must be as the caller knows it. @throws {S3Fault} `PreconditionFailed`, also where a read would say 304 */
export function checkSource(headers: HttpHeaders, object: S3Object): void {
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith("x-amz-copy-source-if-") ? [[name.slice("x-amz-copy-source-".length), value]] : [],
  );
  const condition = decideCondition(Object.fromEntries(sent), object);
  if (condition === "proceed") return;
  throw FAULTS.preconditionFailed(`x-amz-copy-source-${condition === "not-modified" ? "If-None-Match" : condition}`);
}

/** The object that `x-amz-copy-source` names. @throws {S3Fault} `InvalidArgument` */
export function readSource(header: string): Place {
  const [bucket = "", ...key] = decodeSource(header).replace(/^\//, "").split("?")[0]?.split("/") ?? [];
  if (bucket === "" || key.join("/") === "") {
    throw FAULTS.invalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey", "x-amz-copy-source", header);
  }
  return { bucket, key: key.join("/") };
}

function decodeSource(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch (error) {
    if (error instanceof URIError) throw FAULTS.invalidUri();
    throw error;
  }
}
