/** Step 9: S3: authentication, authorisation, objects. */
export type { Bucket, NewBucket } from "./bucket.js";
export { createS3 } from "./create-s3.js";
export { defaultKeyPolicy, type KmsKey } from "./kms-key.js";
export { nameS3Operation } from "./operations/find-operation.js";
export { type BucketPolicyPlace, findBucketPolicyProblem } from "./policy/find-bucket-policy-problem.js";
export type { S3Options } from "./s3-request.js";
