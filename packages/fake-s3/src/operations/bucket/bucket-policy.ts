import type { JsonObject } from "@irsa-sim/core";
import { readBody } from "../../body/read-body.js";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Operation } from "../../s3-request.js";

/** GetBucketPolicy. */
export const getBucketPolicy: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  checkAuthorization(call, { action: "s3:GetBucketPolicy", resource: s3Arn(call, bucket.name), bucket });
  if (bucket.policy === null) throw FAULTS.noSuchBucketPolicy(bucket.name);
  return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(bucket.policy) };
};

/** PutBucketPolicy. Differs from S3: of the grammar only JSON, statements and principals are looked at. */
export const putBucketPolicy: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  checkAuthorization(call, { action: "s3:PutBucketPolicy", resource: s3Arn(call, bucket.name), bucket });
  const before = bucket.policy;
  bucket.policy = parsePolicy(new TextDecoder().decode(readBody(call.request, call.signing)));
  call.span.change({ what: `policy of bucket ${bucket.name}`, before, after: bucket.policy });
  return { status: 204, headers: {}, body: "" };
};

/** DeleteBucketPolicy; there need not be one. */
export const deleteBucketPolicy: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  checkAuthorization(call, { action: "s3:DeleteBucketPolicy", resource: s3Arn(call, bucket.name), bucket });
  bucket.policy = null;
  return { status: 204, headers: {}, body: "" };
};

function parsePolicy(text: string): JsonObject {
  const policy = parseObject(text);
  if (policy === null) throw FAULTS.malformedPolicy("Policies must be valid JSON and the first byte must be '{'");
  const statements = [policy.Statement ?? []].flat();
  if (statements.length === 0) throw FAULTS.malformedPolicy("Missing required field Statement");
  for (const statement of statements) {
    const { Principal, NotPrincipal } = (statement ?? {}) as JsonObject;
    if (Principal === undefined && NotPrincipal === undefined) throw FAULTS.malformedPolicy("Missing required field Principal");
  }
  return policy;
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
