import { toRfc3339 } from "@irsa-sim/core";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { checkEncryptionKey } from "../../checks/03-encryption-key.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Operation } from "../../s3-request.js";
import { xmlResponse } from "../../xml/xml.js";
import { keptHeaders } from "./kept-headers.js";
import { store } from "./put-object.js";
import { requireObject } from "./require-object.js";

/** CopyObject: reading the source and writing the target must both be allowed. */
export const copyObject: S3Operation = async (call) => {
  const { headers } = call.request;
  const source = readSource(headers["x-amz-copy-source"] ?? "");
  const object = requireObject(call, source);
  const bucket = requireBucket(call);
  checkAuthorization(call, { action: "s3:PutObject", resource: s3Arn(call, bucket.name, call.target.key), bucket });
  checkEncryptionKey(call, { action: "kms:GenerateDataKey", key: bucket.kmsKey, objectArn: s3Arn(call, bucket.name, call.target.key) });
  const isReplaced = headers["x-amz-metadata-directive"] === "REPLACE";
  const copy = store(call, { ...object, ...(isReplaced ? keptHeaders(headers) : {}) });
  return xmlResponse("CopyObjectResult", { LastModified: toRfc3339(copy.lastModified), ETag: copy.entityTag });
};

function readSource(header: string): { readonly bucket: string; readonly key: string } {
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
