import { epochMillis, VirtualClock } from "@irsa-sim/core";
import { SERVICE_KEYS, toContext } from "@irsa-sim/iam";
import { expect, test } from "vitest";
import { readTagsHeader } from "../operations/tagging/read-tags.js";
import type { S3Call } from "../s3-request.js";
import { s3ConditionKeys } from "./s3-condition-keys.js";

const NOW = Date.UTC(2026, 0, 5, 9);
const SIGNED_AT = "20260105T085955Z";
const UPLOAD = {
  ...{ "x-amz-acl": "private", "x-amz-grant-read": "a", "x-amz-grant-write": "b", "x-amz-grant-read-acp": "c", "x-amz-grant-write-acp": "d" },
  ...{ "x-amz-grant-full-control": "e", "x-amz-storage-class": "GLACIER", "x-amz-website-redirect-location": "/x", "x-amz-copy-source": "/b/k" },
  ...{ "x-amz-metadata-directive": "COPY", "if-match": "1", "if-none-match": "*", "x-amz-server-side-encryption": "aws:kms" },
  ...{ "x-amz-server-side-encryption-aws-kms-key-id": "arn:k", "x-amz-server-side-encryption-customer-algorithm": "AES256" },
  ...{ "x-amz-object-lock-mode": "GOVERNANCE", "x-amz-object-lock-retain-until-date": "2027-01-01T00:00:00Z", "x-amz-object-lock-legal-hold": "ON" },
  ...{ "x-amz-content-sha256": "UNSIGNED-PAYLOAD", "x-amz-tagging": "team=blue&stage=prod" },
};

function keysOf({ action, url = "https://s3.test/b/k", headers = {}, isStranger = false, tags = {} }: Asked): Readonly<Record<string, readonly string[]>> {
  const call = {
    options: { clock: new VirtualClock(epochMillis(NOW)) },
    request: { method: "GET", url, headers: { "x-amz-date": SIGNED_AT, ...headers }, body: "" },
    caller: isStranger ? null : { kind: "user" },
  } as unknown as S3Call;
  return Object.fromEntries(
    toContext(
      s3ConditionKeys(call, {
        action,
        accountId: "111122223333",
        requestTags: readTagsHeader(headers["x-amz-tagging"]),
        existingTags: new Map(Object.entries(tags)),
      }),
    ),
  );
}

interface Asked {
  readonly action: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isStranger?: boolean;
  /** Of the object. */
  readonly tags?: Readonly<Record<string, string>>;
}

const STRANGER = { "s3:ResourceAccount": ["111122223333"], "s3:TlsVersion": ["1.3"] };
const ALWAYS = { ...STRANGER, "s3:signatureversion": ["AWS4-HMAC-SHA256"], "s3:authType": ["REST-HEADER"], "s3:signatureAge": ["5000"] };
const { "s3:TlsVersion": _, ...IN_THE_CLEAR } = ALWAYS;

test.each<{ readonly name: string; readonly asked: Asked; readonly keys: object }>([
  { name: "a request for an object", asked: { action: "s3:GetObject" }, keys: ALWAYS },
  { name: "a stranger's", asked: { action: "s3:GetObject", isStranger: true }, keys: STRANGER },
  { name: "one in the clear", asked: { action: "s3:GetObject", url: "http://s3.test/b/k" }, keys: IN_THE_CLEAR },
  {
    name: "a presigned one",
    asked: { action: "s3:GetObject", url: `https://s3.test/b/k?X-Amz-Date=${SIGNED_AT}&X-Amz-Signature=x` },
    keys: { ...ALWAYS, "s3:authType": ["REST-QUERY-STRING"] },
  },
  {
    name: "a read with headers of an upload",
    asked: { action: "s3:GetObject", headers: UPLOAD },
    keys: { ...ALWAYS, "s3:x-amz-content-sha256": ["UNSIGNED-PAYLOAD"] },
  },
  {
    name: "an upload with all its headers",
    asked: { action: "s3:PutObject", headers: UPLOAD },
    keys: {
      ...ALWAYS,
      ...Object.fromEntries(
        Object.entries(UPLOAD)
          .filter(([name]) => name !== "x-amz-tagging")
          .map(([name, value]) => [`s3:${name.replace("x-amz-object-lock", "object-lock")}`, [value]]),
      ),
      "s3:RequestObjectTagKeys": ["team", "stage"],
      "s3:RequestObjectTag/team": ["blue"],
      "s3:RequestObjectTag/stage": ["prod"],
    },
  },
  { name: "a read of what has tags", asked: { action: "s3:GetObject", tags: { stage: "old" } }, keys: { ...ALWAYS, "s3:ExistingObjectTag/stage": ["old"] } },
  { name: "an upload over what has tags", asked: { action: "s3:PutObject", tags: { stage: "old" } }, keys: ALWAYS },
  {
    name: "a new bucket",
    asked: { action: "s3:CreateBucket", headers: { "x-amz-object-ownership": "ObjectWriter", "x-amz-storage-class": "GLACIER" } },
    keys: { ...ALWAYS, "s3:x-amz-object-ownership": ["ObjectWriter"] },
  },
])("the keys of S3 in $name, and no others", ({ asked, keys }) => {
  expect(keysOf(asked)).toEqual(keys);
});

test("each of them stands in the table of keys that have a value here, and the other way round", () => {
  const given = [...Object.keys(keysOf({ action: "s3:PutObject", headers: UPLOAD })), "s3:x-amz-object-ownership", "s3:ExistingObjectTag/<TagKey>"].map((key) =>
    key.replace(/^s3:RequestObjectTag\/.*/, "s3:RequestObjectTag/<TagKey>"),
  );
  const ofListings = ["s3:prefix", "s3:delimiter", "s3:max-keys"];
  expect([...new Set([...given, ...ofListings])].sort()).toEqual([...SERVICE_KEYS.keys()].filter((key) => key.startsWith("s3:")).sort());
});
