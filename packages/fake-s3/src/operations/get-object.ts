import { bodyBytes, type HttpResponse } from "@irsa-sim/core";
import type { Caller } from "@irsa-sim/iam";
import type { Bucket } from "../bucket.js";
import { checkAuthorization, decide } from "../checks/02-authorization.js";
import { accessDenied, FAULTS } from "../s3-fault.js";
import type { S3Request } from "../s3-request.js";

/** GetObject and HeadObject; whether a key is missing is told only to those who may list the bucket (sts-and-iam.md, section 6.4). */
export async function getObject(s3: S3Request, caller: Caller, bucket: Bucket): Promise<HttpResponse> {
  const { key } = s3.target;
  const wanted = { action: "s3:GetObject", resource: `arn:aws:s3:::${bucket.name}/${key}` };
  checkAuthorization(s3, caller, wanted);
  const object = bucket.objects.get(key);
  if (object === undefined) {
    const listing = { action: "s3:ListBucket", resource: `arn:aws:s3:::${bucket.name}` };
    const { allowed, tail } = decide(s3, caller, listing);
    throw allowed ? FAULTS.noSuchKey(key) : accessDenied({ callerArn: caller.arn, ...listing, tail });
  }
  const headers = {
    "last-modified": new Date(object.lastModified).toUTCString(),
    etag: `"${await entityTag(object.body)}"`,
    "accept-ranges": "bytes",
    "content-type": object.contentType,
    "content-length": String(bodyBytes(object).byteLength),
    server: "AmazonS3",
  };
  return { status: 200, headers, body: s3.request.method === "HEAD" ? "" : object.body };
}

/** Differs from S3, whose tag of a small object is its MD5: WebCrypto has none, and clients treat the tag as opaque. */
async function entityTag(body: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body)));
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
