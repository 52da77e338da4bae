import type { Cause } from "../cause.js";

/** Not in failures.md: a bucket has one region, and signatures are made for one. */
export const bucketInAnotherRegion: Cause = {
  id: "bucket-in-another-region",
  rank: "mistaken",
  title: "The bucket is in another region than the app's client",
  see: "AuthorizationHeaderMalformed (400): The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'; PermanentRedirect (301)",
  why: "A tool has a region built in, or AWS_REGION is that of the cluster and not of the bucket. The signature names a region, and S3 takes only the bucket's own.",
  prove: ["aws s3api head-bucket --bucket BUCKET, and look at x-amz-bucket-region", "kubectl exec -n NAMESPACE POD -- env | grep REGION"],
  sources: ["https://github.com/Altinity/clickhouse-backup/issues/911", "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"],
  explain({ check }) {
    if (check.check !== "s3.region") return null;
    const { expected, actual } = check;
    return {
      because: `the app's client works in ${actual.value}, and the bucket is in ${expected.value}`,
      fix: `give the client of this bucket the region ${expected.value}, in the app's settings or by AWS_REGION`,
      edits: [{ source: "call", pointer: "/app/region", value: expected.value }],
    };
  },
};
