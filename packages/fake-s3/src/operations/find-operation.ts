import { FAULTS } from "../s3-fault.js";
import type { S3Operation, S3Request } from "../s3-request.js";
import { deleteBucketPolicy, getBucketPolicy, putBucketPolicy } from "./bucket/bucket-policy.js";
import { createBucket } from "./bucket/create-bucket.js";
import { deleteBucket } from "./bucket/delete-bucket.js";
import { getBucketLocation } from "./bucket/get-bucket-location.js";
import { headBucket } from "./bucket/head-bucket.js";
import { listBuckets } from "./bucket/list-buckets.js";
import { listObjects, listObjectsV2 } from "./bucket/list-objects.js";
import { abortMultipartUpload, completeMultipartUpload, createMultipartUpload, listMultipartUploads, listParts, uploadPart } from "./multipart/multipart.js";
import { refuseNotImplemented } from "./not-implemented.js";
import { copyObject } from "./object/copy-object.js";
import { deleteObject, deleteObjects } from "./object/delete-object.js";
import { getObject } from "./object/get-object.js";
import { putObject } from "./object/put-object.js";

/** By place, method and what the query asks for. */
const OPERATIONS: Readonly<Record<string, S3Operation>> = {
  "service GET": listBuckets,
  "bucket PUT": createBucket,
  "bucket DELETE": deleteBucket,
  "bucket HEAD": headBucket,
  "bucket GET": listObjects,
  "bucket GET list-type": listObjectsV2,
  "bucket GET location": getBucketLocation,
  "bucket GET uploads": listMultipartUploads,
  "bucket GET policy": getBucketPolicy,
  "bucket PUT policy": putBucketPolicy,
  "bucket DELETE policy": deleteBucketPolicy,
  "bucket POST delete": deleteObjects,
  "object GET": getObject,
  "object HEAD": getObject,
  "object PUT": putObject,
  "object PUT copy": copyObject,
  "object DELETE": deleteObject,
  "object POST uploads": createMultipartUpload,
  "object PUT uploadId": uploadPart,
  "object POST uploadId": completeMultipartUpload,
  "object DELETE uploadId": abortMultipartUpload,
  "object GET uploadId": listParts,
};

/** What the query can ask for; each makes another operation of the same place and method. */
const SUBRESOURCES = ["list-type", "location", "uploads", "policy", "delete", "uploadId"];
/**
 * Finds what a request asks S3 to do.
 *
 * @throws {S3Fault} `NotImplemented` or `MethodNotAllowed`
 */
export function findOperation({ request, target }: Pick<S3Request, "request" | "target">): S3Operation {
  const place = target.bucket === "" ? "service" : target.key === "" ? "bucket" : "object";
  refuseNotImplemented(target.query, request.headers);
  const isCopy = place === "object" && request.method === "PUT" && request.headers["x-amz-copy-source"] !== undefined;
  const asked = isCopy ? "copy" : SUBRESOURCES.find((name) => target.query.has(name));
  if (isCopy && target.query.has("uploadId")) throw FAULTS.notImplemented("x-amz-copy-source");
  const operation = OPERATIONS[`${place} ${request.method}${asked === undefined ? "" : ` ${asked}`}`];
  if (operation === undefined) throw FAULTS.methodNotAllowed(request.method);
  return operation;
}
