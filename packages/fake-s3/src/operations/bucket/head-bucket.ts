import { checkAuthorization } from "../../checks/02-authorization.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import type { S3Operation } from "../../s3-request.js";

/** Whether the bucket is there, and where. */
export const headBucket: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  checkAuthorization(call, { action: "s3:ListBucket", resource: s3Arn(call, bucket.name), bucket });
  return { status: 200, headers: { "x-amz-bucket-region": bucket.region, "content-type": "application/xml" }, body: "" };
};
