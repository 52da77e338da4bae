import { readBody } from "../../body/read-body.js";
import type { Bucket } from "../../bucket.js";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS, S3Fault } from "../../s3-fault.js";
import type { S3Call, S3Operation } from "../../s3-request.js";
import { readXml, xmlResponse } from "../../xml/xml.js";

const MAX_KEYS = 1000;

/** DeleteObject; a key that is not there is gone already. */
export const deleteObject: S3Operation = async (call) => {
  remove(call, requireBucket(call), call.target.key);
  return { status: 204, headers: {}, body: "" };
};

/** DeleteObjects: each key is allowed or refused by itself. */
export const deleteObjects: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  const { Object: objects, Quiet } = readXml(readBody(call.request, call.signing), "Delete") as {
    readonly Object?: readonly { readonly Key?: unknown }[];
    readonly Quiet?: string;
  };
  if (objects === undefined || objects.length > MAX_KEYS || objects.some(({ Key }) => typeof Key !== "string")) throw FAULTS.malformedXml();
  const results = objects.map(({ Key }) => removeOrRefuse(call, bucket, String(Key)));
  return xmlResponse("DeleteResult", {
    Deleted: Quiet === "true" ? [] : results.flatMap(({ key, fault }) => (fault === null ? [{ Key: key }] : [])),
    Error: results.flatMap(({ key, fault }) => (fault === null ? [] : [{ Key: key, Code: fault.code, Message: fault.message }])),
  });
};

function removeOrRefuse(call: S3Call, bucket: Bucket, key: string): { readonly key: string; readonly fault: S3Fault | null } {
  try {
    remove(call, bucket, key);
    return { key, fault: null };
  } catch (error) {
    if (error instanceof S3Fault) return { key, fault: error };
    throw error;
  }
}

function remove(call: S3Call, bucket: Bucket, key: string): void {
  checkAuthorization(call, { action: "s3:DeleteObject", resource: s3Arn(call, bucket.name, key), bucket });
  if (bucket.objects.delete(key)) call.span.change({ what: `object ${bucket.name}/${key}`, before: { key }, after: null });
}
