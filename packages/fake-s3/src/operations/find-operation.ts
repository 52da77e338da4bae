import type { HttpRequest } from "@irsa-sim/core";
import { parseS3Request } from "../parse-s3-request.js";
import { FAULTS, S3Fault } from "../s3-fault.js";
import type { S3Operation, S3Request } from "../s3-request.js";
import { deleteBucketPolicy, getBucketPolicy, putBucketPolicy } from "./bucket/bucket-policy.js";
import { createBucket } from "./bucket/create-bucket.js";
import { deleteBucket } from "./bucket/delete-bucket.js";
import { getBucketLocation } from "./bucket/get-bucket-location.js";
import { headBucket } from "./bucket/head-bucket.js";
import { listBuckets } from "./bucket/list-buckets.js";
import { listObjects, listObjectsV2 } from "./bucket/list-objects.js";
import { uploadPartCopy } from "./multipart/copy-part.js";
import { abortMultipartUpload, completeMultipartUpload, createMultipartUpload, listMultipartUploads, listParts, uploadPart } from "./multipart/multipart.js";
import { refuseNotImplemented } from "./not-implemented.js";
import { copyObject } from "./object/copy-object.js";
import { deleteObject, deleteObjects } from "./object/delete-object.js";
import { getObject } from "./object/get-object.js";
import { putObject } from "./object/put-object.js";
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from "./tagging/object-tagging.js";

interface NamedOperation {
  readonly name: string;
  readonly perform: S3Operation;
}

/** By place, method and what the query asks for. */
const OPERATIONS: Readonly<Record<string, NamedOperation>> = {
  "service GET": { name: "ListBuckets", perform: listBuckets },
  "bucket PUT": { name: "CreateBucket", perform: createBucket },
  "bucket DELETE": { name: "DeleteBucket", perform: deleteBucket },
  "bucket HEAD": { name: "HeadBucket", perform: headBucket },
  "bucket GET": { name: "ListObjects", perform: listObjects },
  "bucket GET list-type": { name: "ListObjectsV2", perform: listObjectsV2 },
  "bucket GET location": { name: "GetBucketLocation", perform: getBucketLocation },
  "bucket GET uploads": { name: "ListMultipartUploads", perform: listMultipartUploads },
  "bucket GET policy": { name: "GetBucketPolicy", perform: getBucketPolicy },
  "bucket PUT policy": { name: "PutBucketPolicy", perform: putBucketPolicy },
  "bucket DELETE policy": { name: "DeleteBucketPolicy", perform: deleteBucketPolicy },
  "bucket POST delete": { name: "DeleteObjects", perform: deleteObjects },
  "object GET": { name: "GetObject", perform: getObject },
  "object HEAD": { name: "HeadObject", perform: getObject },
  "object PUT": { name: "PutObject", perform: putObject },
  "object PUT copy": { name: "CopyObject", perform: copyObject },
  "object PUT copy part": { name: "UploadPartCopy", perform: uploadPartCopy },
  "object GET tagging": { name: "GetObjectTagging", perform: getObjectTagging },
  "object PUT tagging": { name: "PutObjectTagging", perform: putObjectTagging },
  "object DELETE tagging": { name: "DeleteObjectTagging", perform: deleteObjectTagging },
  "object DELETE": { name: "DeleteObject", perform: deleteObject },
  "object POST uploads": { name: "CreateMultipartUpload", perform: createMultipartUpload },
  "object PUT uploadId": { name: "UploadPart", perform: uploadPart },
  "object POST uploadId": { name: "CompleteMultipartUpload", perform: completeMultipartUpload },
  "object DELETE uploadId": { name: "AbortMultipartUpload", perform: abortMultipartUpload },
  "object GET uploadId": { name: "ListParts", perform: listParts },
};

/** What the query can ask for; each makes another operation of the same place and method. */
const SUBRESOURCES = ["list-type", "location", "uploads", "policy", "delete", "tagging", "uploadId"];

/**
 * Finds what a request asks S3 to do.
 *
 * @throws {S3Fault} `NotImplemented` or `MethodNotAllowed`
 */
export function findOperation({ request, target }: Pick<S3Request, "request" | "target">): S3Operation {
  refuseNotImplemented(target.query, request.headers);
  const { operation, asked } = lookUp({ request, target });
  // Of objects only: buckets have tags too, and none here.
  if (asked === "tagging" && target.key === "") throw FAULTS.notImplemented(asked);
  if (operation === undefined) throw FAULTS.methodNotAllowed(request.method);
  return operation.perform;
}

/**
 * What the operation is called that a request asks for.
 *
 * @returns `null` where S3 has no such operation here
 * @example nameS3Operation(request) // => "GetObject"
 */
export function nameS3Operation(request: HttpRequest): string | null {
  try {
    return lookUp({ request, target: parseS3Request(request) }).operation?.name ?? null;
  } catch (error) {
    if (error instanceof S3Fault) return null;
    throw error;
  }
}

function lookUp({ request, target }: Pick<S3Request, "request" | "target">) {
  const place = target.bucket === "" ? "service" : target.key === "" ? "bucket" : "object";
  const isCopy = place === "object" && request.method === "PUT" && request.headers["x-amz-copy-source"] !== undefined;
  const asked = isCopy ? (target.query.has("uploadId") ? "copy part" : "copy") : SUBRESOURCES.find((name) => target.query.has(name));
  return { asked, operation: OPERATIONS[`${place} ${request.method}${asked === undefined ? "" : ` ${asked}`}`] };
}
