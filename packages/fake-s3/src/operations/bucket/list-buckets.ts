import { toRfc3339 } from "@irsa-sim/core";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Operation } from "../../s3-request.js";
import { xmlResponse } from "../../xml/xml.js";
import { continuationToken, readToken } from "./continuation-token.js";

/** The buckets of the caller's account, in pages where `max-buckets` says so: a continuation token is the last name told, in base64. */
export const listBuckets: S3Operation = async (call) => {
  if (call.caller === null) throw FAULTS.accessDenied();
  checkAuthorization(call, { action: "s3:ListAllMyBuckets", resource: "*", bucket: null });
  const account = call.caller.arn.split(":")[4] ?? "";
  const { query } = call.target;
  const prefix = query.get("prefix") ?? "";
  const region = query.get("bucket-region");
  const after = readToken(query.get("continuation-token") ?? "");
  const own = [...call.options.buckets.values()]
    .filter((bucket) => bucket.accountId === account && bucket.name.startsWith(prefix) && bucket.name > after && (region === null || bucket.region === region))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const told = own.slice(0, readMaxBuckets(query.get("max-buckets")));
  const isPaged = query.has("max-buckets") || query.has("prefix") || query.has("bucket-region");
  return xmlResponse("ListAllMyBucketsResult", {
    Owner: { ID: account },
    Buckets: {
      Bucket: told.map((bucket) => ({ Name: bucket.name, CreationDate: toRfc3339(bucket.createdAt), ...(isPaged ? { BucketRegion: bucket.region } : {}) })),
    },
    ...(query.has("prefix") ? { Prefix: prefix } : {}),
    ...(told.length < own.length ? { ContinuationToken: continuationToken(told.at(-1)?.name ?? "") } : {}),
  });
};

const MAX_BUCKETS = 10_000;

function readMaxBuckets(text: string | null): number {
  if (text === null) return MAX_BUCKETS;
  const count = Number(text);
  if (!/^\d{1,5}$/.test(text) || count < 1 || count > MAX_BUCKETS)
    throw FAULTS.invalidArgument(`Argument max-buckets must be an integer between 1 and ${MAX_BUCKETS}`, "max-buckets", text);
  return count;
}
