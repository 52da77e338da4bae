import { type ExchangeEvent, nearestNames } from "@irsa-sim/core";
import type { Cause } from "../cause.js";
import { escapeSegment } from "../pointer.js";
import { requestBehind } from "../sent-request.js";
import { listed, visible } from "../visible.js";

/** Not in failures.md: S3 tells only those who may list a bucket that a key is not there. */
export const objectMissing: Cause = {
  id: "object-missing",
  rank: "missing",
  title: "The object is not there, and S3 may say AccessDenied instead",
  see: "AccessDenied (403): ... is not authorized to perform: s3:ListBucket on resource: ...; with s3:ListBucket: NoSuchKey: The specified key does not exist. (404)",
  why: "Whether a key exists is told only to callers who may list the bucket. The others get 403 for s3:ListBucket, an action that they never called.",
  prove: ["aws s3api list-objects-v2 --bucket BUCKET --prefix KEY, as somebody who may list", "aws s3api head-object --bucket BUCKET --key KEY"],
  sources: ["https://github.com/fsspec/s3fs/issues/591", "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html"],
  explain({ check, events }) {
    if (check.check !== "s3.object") return null;
    const request = requestBehind(events, check);
    const bucket = (request === null ? null : bucketOf(request)) ?? "the bucket";
    const key = check.expected.value;
    const isHidden = check.title.includes("may list");
    const [nearest] = nearestNames(key, check.actual.value.split(", "));
    return {
      because: `there is no object ${visible(key)} in ${bucket}, which has ${listed(check.actual.value.split(", "))}${isHidden ? "; S3 says so only to those who may list the bucket, and the role may not" : ""}`,
      fix: `put ${visible(key)} into ${bucket}, or ask for ${nearest === undefined ? "a key that is there" : visible(nearest)}${isHidden ? `; allow s3:ListBucket on the bucket's ARN to be told NoSuchKey instead` : ""}`,
      edits:
        nearest === undefined
          ? [{ source: `bucket/${bucket}`, pointer: `/${escapeSegment(key)}`, value: "an object\n" }]
          : [{ source: "call", pointer: "/parameters/Key", value: nearest }],
    };
  },
};

/** By the host's first part, or by the path's. */
function bucketOf({ request }: ExchangeEvent): string | null {
  const { hostname, pathname } = new URL(request.url);
  const [first = "", ...rest] = hostname.split(".");
  if (first !== "s3" && rest[0] === "s3") return first;
  const [, ofHost] = /^(.+)\.s3[.-]/.exec(hostname) ?? [];
  return ofHost ?? (pathname.split("/")[1] || null);
}
