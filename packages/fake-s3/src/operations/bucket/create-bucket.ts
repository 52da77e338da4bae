import { checkAuthorization } from "../../checks/02-authorization.js";
import { s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Operation } from "../../s3-request.js";

const NAME = /^(?!xn--|\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Leaves out: the location that the body may name; all buckets are in the one region. */
export const createBucket: S3Operation = async (call) => {
  const { options, target, caller } = call;
  const name = target.bucket;
  if (!NAME.test(name) || name.includes("..")) throw FAULTS.invalidBucketName(name);
  if (caller === null) throw FAULTS.accessDenied();
  checkAuthorization(call, { action: "s3:CreateBucket", resource: s3Arn(call, name), bucket: null });
  const accountId = caller.arn.split(":")[4] ?? "";
  const existing = options.buckets.get(name);
  if (existing !== undefined) throw existing.accountId === accountId ? FAULTS.bucketOwnedByYou(name) : FAULTS.bucketExists(name);
  options.buckets.set(name, { name, accountId, createdAt: options.clock.now(), objects: new Map(), uploads: new Map(), policy: null, kmsKey: null });
  call.span.change({ what: `bucket ${name}`, before: null, after: { name, accountId } });
  return { status: 200, headers: { location: `/${name}` }, body: "" };
};
