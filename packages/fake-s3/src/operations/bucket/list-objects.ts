import { toRfc3339 } from "@irsa-sim/core";
import type { Bucket, S3Object } from "../../bucket.js";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Call, S3Operation } from "../../s3-request.js";
import { xmlResponse } from "../../xml/xml.js";
import { continuationToken, readToken } from "./continuation-token.js";

const MAX_KEYS = 1000;

/** What is asked for. */
interface Listing {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  /** Keys after this one. */
  readonly after: string;
  readonly isUrlEncoded: boolean;
}

/** ListObjectsV2: a continuation token is the last key told, in base64. */
export const listObjectsV2: S3Operation = async (call) => {
  const { query } = call.target;
  const token = query.get("continuation-token");
  const { bucket, listing } = startListing(call, token === null ? (query.get("start-after") ?? "") : readToken(token));
  const { entries, isTruncated, last } = select(bucket, listing);
  return xmlResponse("ListBucketResult", {
    Name: bucket.name,
    Prefix: show(listing.prefix, listing),
    ...(token === null ? {} : { ContinuationToken: token }),
    ...(query.has("start-after") ? { StartAfter: show(query.get("start-after") ?? "", listing) } : {}),
    ...(isTruncated ? { NextContinuationToken: continuationToken(last) } : {}),
    KeyCount: entries.length,
    MaxKeys: listing.maxKeys,
    ...(listing.delimiter === "" ? {} : { Delimiter: show(listing.delimiter, listing) }),
    ...(listing.isUrlEncoded ? { EncodingType: "url" } : {}),
    IsTruncated: isTruncated,
    ...contents(entries, listing, query.get("fetch-owner") === "true" ? bucket.accountId : null),
  });
};

/** ListObjects, as older clients send it. */
export const listObjects: S3Operation = async (call) => {
  const marker = call.target.query.get("marker") ?? "";
  const { bucket, listing } = startListing(call, marker);
  const { entries, isTruncated, last } = select(bucket, listing);
  return xmlResponse("ListBucketResult", {
    Name: bucket.name,
    Prefix: show(listing.prefix, listing),
    Marker: show(marker, listing),
    ...(isTruncated && listing.delimiter !== "" ? { NextMarker: show(last, listing) } : {}),
    MaxKeys: listing.maxKeys,
    ...(listing.delimiter === "" ? {} : { Delimiter: show(listing.delimiter, listing) }),
    ...(listing.isUrlEncoded ? { EncodingType: "url" } : {}),
    IsTruncated: isTruncated,
    ...contents(entries, listing, bucket.accountId),
  });
};

function startListing(call: S3Call, after: string): { readonly bucket: Bucket; readonly listing: Listing } {
  const bucket = requireBucket(call);
  const { query } = call.target;
  const listing = {
    prefix: query.get("prefix") ?? "",
    delimiter: query.get("delimiter") ?? "",
    maxKeys: readMaxKeys(query.get("max-keys")),
    after,
    isUrlEncoded: query.get("encoding-type") === "url",
  };
  const context = [
    ...(query.has("prefix") ? [["s3:prefix", [listing.prefix]] as const] : []),
    ...(query.has("delimiter") ? [["s3:delimiter", [listing.delimiter]] as const] : []),
    ...(query.has("max-keys") ? [["s3:max-keys", [query.get("max-keys") ?? ""]] as const] : []),
  ];
  checkAuthorization(call, { action: "s3:ListBucket", resource: s3Arn(call, bucket.name), bucket, context });
  return { bucket, listing };
}

function readMaxKeys(text: string | null): number {
  if (text === null || text === "") return MAX_KEYS;
  if (!/^\d{1,10}$/.test(text)) throw FAULTS.invalidArgument("Provided max-keys not an integer or within integer range", "max-keys", text);
  return Math.min(Number(text), MAX_KEYS);
}

type Entry = { readonly key: string; readonly object: S3Object } | { readonly commonPrefix: string };

interface Selection {
  readonly entries: readonly Entry[];
  readonly isTruncated: boolean;
  /** Where the next listing goes on. */
  readonly last: string;
}

/** Keys in the order of their bytes; those that share a part up to the delimiter are one entry. */
function select(bucket: Bucket, { prefix, delimiter, maxKeys, after }: Listing): Selection {
  const keys = [...bucket.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const entries: Entry[] = [];
  let last = after;
  for (const key of keys) {
    const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    const commonPrefix = end < 0 ? null : key.slice(0, end + delimiter.length);
    if (commonPrefix !== null && (after.startsWith(commonPrefix) || entries.some((entry) => "commonPrefix" in entry && entry.commonPrefix === commonPrefix))) {
      continue;
    }
    if (entries.length >= maxKeys) return { entries, isTruncated: maxKeys > 0, last };
    entries.push(commonPrefix === null ? { key, object: bucket.objects.get(key) as S3Object } : { commonPrefix });
    last = commonPrefix ?? key;
  }
  return { entries, isTruncated: false, last };
}

/** @param owner of each object; `null` where it is not told */
function contents(entries: readonly Entry[], listing: Listing, owner: string | null) {
  return {
    Contents: entries.flatMap((entry) =>
      "key" in entry
        ? [
            {
              Key: show(entry.key, listing),
              LastModified: toRfc3339(entry.object.lastModified).replace("Z", ".000Z"),
              ETag: entry.object.entityTag,
              Size: entry.object.body.byteLength,
              ...(owner === null ? {} : { Owner: { ID: owner } }),
              StorageClass: "STANDARD",
            },
          ]
        : [],
    ),
    CommonPrefixes: entries.flatMap((entry) => ("commonPrefix" in entry ? [{ Prefix: show(entry.commonPrefix, listing) }] : [])),
  };
}

function show(text: string, { isUrlEncoded }: Listing): string {
  return isUrlEncoded ? encodeURIComponent(text).replaceAll("%2F", "/") : text;
}
