import { readBody } from "../../body/read-body.js";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Call, S3Operation } from "../../s3-request.js";
import { readXml } from "../../xml/xml.js";

const NAME = /^(?!xn--|\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** A bucket in the region that is asked; us-east-1 makes one wherever the body says. One's own bucket is made anew only in us-east-1, where nothing of it changes. */
export const createBucket: S3Operation = async (call) => {
  const { options, target, caller } = call;
  const name = target.bucket;
  if (!NAME.test(name) || name.includes("..")) throw FAULTS.invalidBucketName(name);
  if (caller === null) throw FAULTS.accessDenied();
  checkAuthorization(call, { action: "s3:CreateBucket", resource: s3Arn(call, name), bucket: null });
  const accountId = caller.arn.split(":")[4] ?? "";
  const region = decideLocation(readLocation(call), options.region);
  const existing = options.buckets.get(name);
  if (existing !== undefined && existing.accountId !== accountId) throw FAULTS.bucketExists(name);
  if (existing !== undefined && region !== ANYWHERE) throw FAULTS.bucketOwnedByYou(name);
  if (existing === undefined) {
    options.buckets.set(name, { name, region, accountId, createdAt: options.clock.now(), objects: new Map(), uploads: new Map(), policy: null, kmsKey: null });
    call.span.change({ what: `bucket ${name}`, before: null, after: { name, region, accountId } });
  }
  return { status: 200, headers: { location: `/${name}` }, body: "" };
};

/** The region whose endpoint makes buckets everywhere, and which no body names. */
const ANYWHERE = "us-east-1";

/** `null` for a body that names none. */
function readLocation(call: S3Call): string | null {
  const body = readBody(call.request, call.signing);
  if (body.byteLength === 0) return null;
  const { LocationConstraint: location } = readXml(body, "CreateBucketConfiguration");
  return typeof location === "string" && location !== "" ? location : null;
}

/** @throws {S3Fault} `IllegalLocationConstraintException` or `InvalidLocationConstraint` */
function decideLocation(location: string | null, asked: string): string {
  if (location === ANYWHERE) throw FAULTS.invalidLocation(location);
  if (asked === ANYWHERE) return location === "EU" ? "eu-west-1" : (location ?? ANYWHERE);
  if (location !== asked) throw FAULTS.incompatibleLocation(location ?? "unspecified");
  return asked;
}
