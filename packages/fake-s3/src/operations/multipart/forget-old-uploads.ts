import { addMillis, type EpochMillis } from "@irsa-sim/core";
import type { Bucket } from "../../bucket.js";

/** How long an upload may stay incomplete, in milliseconds: seven days. */
const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Drops the uploads that were begun long ago and neither completed nor aborted, with their parts.
 * Differs from S3, which keeps them until a lifecycle rule says otherwise: here every bucket has the rule that AWS recommends.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html
 */
export function forgetOldUploads(bucket: Bucket, now: EpochMillis): void {
  for (const [uploadId, { begunAt }] of bucket.uploads) if (now >= addMillis(begunAt, MAX_AGE_MS)) bucket.uploads.delete(uploadId);
}
