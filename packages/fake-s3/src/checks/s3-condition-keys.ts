import type { ConditionKeys } from "@irsa-sim/iam";
import type { Tags } from "../operations/tagging/read-tags.js";
import type { S3Call } from "../s3-request.js";

/** Headers of a request that policies for the action can ask for; each is the key `s3:` and its name. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  "s3:PutObject": [
    ...["x-amz-acl", "x-amz-grant-read", "x-amz-grant-write", "x-amz-grant-read-acp", "x-amz-grant-write-acp", "x-amz-grant-full-control"],
    ...["x-amz-storage-class", "x-amz-website-redirect-location", "x-amz-copy-source", "x-amz-metadata-directive", "if-match", "if-none-match"],
    ...["x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id", "x-amz-server-side-encryption-customer-algorithm"],
    ...["object-lock-mode", "object-lock-retain-until-date", "object-lock-legal-hold"],
  ],
  "s3:CreateBucket": [
    ...["x-amz-acl", "x-amz-grant-read", "x-amz-grant-write", "x-amz-grant-read-acp", "x-amz-grant-write-acp", "x-amz-grant-full-control"],
    "x-amz-object-ownership",
  ],
};

/** What sees the tags that a request brings, and what sees those that an object has. */
const REQUEST_TAG_ACTIONS = ["s3:PutObject", "s3:PutObjectTagging"];
const EXISTING_TAG_ACTIONS = ["s3:GetObject", "s3:GetObjectTagging", "s3:PutObjectTagging", "s3:DeleteObjectTagging"];

/** What the keys depend on beside the request. */
export interface S3KeysInput {
  readonly action: string;
  readonly accountId: string | null;
  readonly requestTags: Tags;
  readonly existingTags: Tags;
}

/** These are sent with `x-amz-` before their name. */
const PREFIXED = /^object-lock-/;

/**
 * The keys that S3 brings to every request, and those that stand in the headers of this action.
 * Leaves out: tags of buckets, access points, versions.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function s3ConditionKeys({ options, request, caller }: S3Call, { action, accountId, requestTags, existingTags }: S3KeysInput) {
  const { searchParams, protocol } = new URL(request.url);
  const signedAt = amzDate(request.headers["x-amz-date"] ?? searchParams.get("X-Amz-Date") ?? "");
  const keys: ConditionKeys = [
    ["s3:ResourceAccount", accountId === null ? [] : [accountId]],
    ["s3:TlsVersion", protocol === "https:" ? ["1.3"] : []],
    ...(caller === null
      ? []
      : ([
          ["s3:signatureversion", ["AWS4-HMAC-SHA256"]],
          ["s3:authType", [searchParams.has("X-Amz-Signature") ? "REST-QUERY-STRING" : "REST-HEADER"]],
          ["s3:signatureAge", signedAt === null ? [] : [String(Math.max(0, options.clock.now() - signedAt))]],
        ] as const)),
    ...(HEADERS[action] ?? []).map((name) => [`s3:${name}`, valuesOf(request.headers[PREFIXED.test(name) ? `x-amz-${name}` : name])] as const),
    ["s3:x-amz-content-sha256", valuesOf(request.headers["x-amz-content-sha256"])],
    ...(REQUEST_TAG_ACTIONS.includes(action) ? tagsOfRequest(requestTags) : []),
    ...(EXISTING_TAG_ACTIONS.includes(action) ? [...existingTags].map(([key, value]) => [`s3:ExistingObjectTag/${key}`, [value]] as const) : []),
  ];
  return keys;
}

function valuesOf(header: string | undefined): readonly string[] {
  return header === undefined ? [] : [header];
}

function tagsOfRequest(tags: Tags): ConditionKeys {
  return [["s3:RequestObjectTagKeys", [...tags.keys()]], ...[...tags].map(([key, value]) => [`s3:RequestObjectTag/${key}`, [value]] as const)];
}

/** `20260105T090000Z` in milliseconds since the epoch. */
function amzDate(text: string): number | null {
  const iso = text.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, "$1-$2-$3T$4:$5:$6Z");
  return iso === text ? null : Date.parse(iso);
}
