import { checkAuthorization } from "../../checks/02-authorization.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Operation } from "../../s3-request.js";

/** Only an empty bucket goes. */
export const deleteBucket: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  checkAuthorization(call, { action: "s3:DeleteBucket", resource: s3Arn(call, bucket.name), bucket });
  if (bucket.objects.size > 0) throw FAULTS.bucketNotEmpty(bucket.name);
  call.options.buckets.delete(bucket.name);
  call.span.change({ what: `bucket ${bucket.name}`, before: { name: bucket.name }, after: null });
  return { status: 204, headers: {}, body: "" };
};
