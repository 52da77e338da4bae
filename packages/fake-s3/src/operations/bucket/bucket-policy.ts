import type { JsonObject } from "@irsa-sim/core";
import { readBody } from "../../body/read-body.js";
import type { Bucket } from "../../bucket.js";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { findBucketPolicyProblem } from "../../policy/find-bucket-policy-problem.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Call, S3Operation } from "../../s3-request.js";

/** GetBucketPolicy. */
export const getBucketPolicy: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  checkAuthorization(call, { action: "s3:GetBucketPolicy", resource: s3Arn(call, bucket.name), bucket });
  if (bucket.policy === null) throw FAULTS.noSuchBucketPolicy(bucket.name);
  return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(bucket.policy) };
};

/** PutBucketPolicy. */
export const putBucketPolicy: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  checkAuthorization(call, { action: "s3:PutBucketPolicy", resource: s3Arn(call, bucket.name), bucket });
  const before = bucket.policy;
  bucket.policy = parsePolicy(call, bucket);
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

function parsePolicy(call: S3Call, bucket: Bucket): JsonObject {
  const policy = parseObject(new TextDecoder().decode(readBody(call.request, call.signing)));
  if (policy === null) throw FAULTS.malformedPolicy("Policies must be valid JSON and the first byte must be '{'");
  const problem = findBucketPolicyProblem(policy, { bucketArn: s3Arn(call, bucket.name), iam: call.options.iam });
  if (problem !== null) throw FAULTS.malformedPolicy(problem);
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
