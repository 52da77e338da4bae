import type { Cause } from "../cause.js";
import { requestBehind } from "../sent-request.js";

/** Not in failures.md: everything before it went well. */
export const bucketInAnotherRegion: Cause = {
  id: "bucket-in-another-region",
  rank: "mistaken",
  title: "The bucket is in another region than the one that is asked",
  see: "AuthorizationHeaderMalformed: The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1' (400); PermanentRedirect (301); IllegalLocationConstraintException (400)",
  why: "A tool with a default region, or AWS_REGION of the cluster for a bucket elsewhere. Credentials are good in all regions, so the exchange for them worked.",
  prove: ["aws s3api head-bucket --bucket BUCKET, and its header x-amz-bucket-region", "kubectl exec -n NAMESPACE POD -- env | grep REGION"],
  sources: [
    "https://github.com/Altinity/clickhouse-backup/issues/911",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html",
    "https://github.com/minio/minio-go/issues/677",
  ],
  explain({ check, events }) {
    if (check.check !== "s3.region") return null;
    const request = requestBehind(events, check);
    const host = request === null ? "S3" : new URL(request.request.url).hostname;
    const { value: region } = check.expected;
    return {
      because: `IRSA worked; the bucket is in ${region}, and the app asked ${host}${check.reason === "wrong-region" ? `, signed for ${check.actual.value}` : ""}`,
      fix: `give the client of S3 the region ${region}`,
      edits: [{ source: "call", pointer: "/app/region", value: region }],
    };
  },
};
