import { nearestNames } from "@irsa-sim/core";
import type { Cause } from "../cause.js";
import { listed, visible } from "../visible.js";

/** Not in failures.md: everything before it went well. */
export const bucketMissing: Cause = {
  id: "bucket-missing",
  rank: "missing",
  title: "There is no bucket of that name",
  see: "NoSuchBucket: The specified bucket does not exist (404)",
  why: "A name with a typing error, of another environment, or of a bucket that was deleted. The role and its credentials are good.",
  prove: ["aws s3api head-bucket --bucket BUCKET", "aws s3api list-buckets"],
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"],
  explain({ check }) {
    if (check.check !== "s3.bucket") return null;
    const buckets = check.actual.value.split(", ");
    const [nearest] = nearestNames(check.expected.value, buckets);
    return {
      because: `IRSA worked; there is no bucket ${visible(check.expected.value)}: there are ${listed(buckets)}`,
      fix: nearest === undefined ? "name a bucket that is there, or create this one" : `name ${nearest}, or create the bucket`,
      edits: nearest === undefined ? [] : [{ source: "call", pointer: "/parameters/Bucket", value: nearest }],
    };
  },
};
