import { flag, integer, list, namedRecord, pattern, period, present, record, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";
import { accountId } from "./account-id.js";
import { bucketName } from "./bucket-name.js";

const iamName = pattern(/^[\w+=,.@-]{1,64}$/, "letters, digits and + = , . @ - _, at most 64");
const policies = record(z.unknown(), "policy names, each with a file or a document");

const role = strictObject({
  path: pattern(/^\/([\x21-\x7e]*\/)?$/, "a path that begins and ends with /")
    .optional()
    .describe("path of the role; / when left out"),
  trustPolicy: present("a file or a policy document").describe("a file (a policy document, or the output of aws iam get-role), or the document itself"),
  policies: policies.optional().describe("permission policies by name, each a file or the document itself"),
  tags: record(z.string({ error: "text" }), "tags by key")
    .optional()
    .describe("the role's tags, such as those that eksctl or Terraform put on it"),
  maxSessionDurationSeconds: integer(3600, 43_200).optional().describe("the longest session that the role allows; 3600 when left out"),
});

const user = strictObject({
  accessKeyId: pattern(/^AKIA[A-Z2-7]{16}$/, "a key id such as AKIAIOSFODNN7EXAMPLE").describe("id of the user's access key"),
  secretAccessKey: text("a secret access key").describe("the key's secret; nobody takes it outside this world"),
  policies: policies.optional().describe("permission policies by name, each a file or the document itself"),
});

const oidcProvider = strictObject({
  url: pattern(/^https:\/\/\S+$/, "an https:// URL").describe("the issuer, with https://; the variable issuerUrl is the cluster's own"),
  clientIds: list(text("a client id"), "a list of client ids").describe("audiences that the provider accepts"),
  thumbprints: list(pattern(/^[0-9a-fA-F]{40}$/, "40 hex characters"), "a list of thumbprints")
    .optional()
    .describe("SHA-1 thumbprints of certificates; computed from the issuer's when left out"),
});

const oidcProviders = list(oidcProvider, "a list of OIDC providers").describe(
  "OIDC providers in IAM, each written out or a file with the output of aws iam get-open-id-connect-provider",
);
const roles = namedRecord(iamName, role, "roles by name").describe("IAM roles by name");

/** Its buckets stand with the others, under `buckets` and `bucketSettings`. */
const furtherAccount = strictObject({ oidcProviders: oidcProviders.optional(), roles: roles.optional() });

const document = present("a file or a policy document");
const keyId = pattern(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "the id of a key, such as 1234abcd-12ab-34cd-56ef-1234567890ab");

const bucketSettings = strictObject({
  account: accountId.optional().describe("the account that owns the bucket; the scenario's own when left out"),
  policy: document.optional().describe("the bucket policy: a file or the document itself; none when left out"),
  kmsKey: keyId
    .optional()
    .describe("the key of kmsKeys with which the bucket's objects are encrypted (SSE-KMS); S3's own key, which asks nobody, when left out"),
});

const kmsKey = strictObject({
  account: accountId.optional().describe("the account that owns the key; the scenario's own when left out"),
  policy: document
    .optional()
    .describe("the key policy: a file or the document itself; when left out the one that AWS gives, by which the account's own policies decide"),
});

const organization = strictObject({
  serviceControlPolicies: policies
    .optional()
    .describe("SCPs by name, each a file or the document itself: they limit what the account's users and roles may do"),
  resourceControlPolicies: policies
    .optional()
    .describe("RCPs by name, each a file or the document itself: they limit what anybody may do with the account's roles, buckets and keys"),
}).describe("guardrails of the organization, beside AWS's own policies that allow everything; none when left out");

/** What stands in AWS. */
export const awsSchema = strictObject({
  account: accountId.describe("the account of roles, providers and buckets"),
  oidcProviders,
  roles,
  otherOidcProviders: integer(0, 700)
    .optional()
    .describe("how many providers of other clusters the first account has already, beside those that are listed; none when left out"),
  accounts: namedRecord(accountId, furtherAccount, "accounts by id").describe("further accounts by id, in each of which the developer has a profile"),
  sts: strictObject({
    rateLimit: strictObject({
      calls: integer(1, 100_000).describe("how many calls are answered at once"),
      per: period.describe("the time in which so many calls are allowed anew"),
    })
      .optional()
      .describe("calls of an endpoint beyond it are answered with Throttling; no limit when left out"),
    inactiveRegions: list(text("a region"), "a list of regions").optional().describe("regions in which the account has not activated STS; none when left out"),
  })
    .optional()
    .describe("how STS is set up for the account"),
  nodeRole: strictObject({
    absent: flag().optional().describe("true for a node whose instance profile has no role, as on Fargate"),
    name: iamName.describe("name of the role"),
    policies: policies.optional().describe("permission policies by name, each a file or the document itself"),
  }).describe("the role of the node, which SDKs fall back to"),
  users: namedRecord(iamName, user, "users by name").optional().describe("IAM users by name, each with one long-lived access key; none when left out"),
  quotas: strictObject({
    trustPolicyCharacters: integer(2048, 8192)
      .optional()
      .describe("ACLSizePerRole: how long a trust policy may be, without white space; 2048 when left out, more when AWS raised it on request"),
    oidcProviders: integer(1, 700)
      .optional()
      .describe("how many OIDC providers an account may have; 100 when left out, up to 700 when AWS raised it on request"),
  })
    .optional()
    .describe("quotas of IAM"),
  propagationSeconds: integer(0, 3600).optional().describe("how long a change in IAM takes until STS and S3 see it; 0, at once, when left out"),
  organization: organization.optional(),
  kmsKeys: namedRecord(keyId, kmsKey, "keys by id").optional().describe("customer managed keys of KMS by id"),
  buckets: namedRecord(bucketName, record(z.string({ error: "the object's content as text" }), "keys and contents"), "buckets by name").describe(
    "S3 buckets by name, each with keys and contents",
  ),
  bucketSettings: record(bucketSettings, "settings by bucket").optional().describe("what is special about a bucket, by its name"),
}).superRefine(({ buckets, bucketSettings: settings = {}, kmsKeys = {} }, context) => {
  for (const [bucket, { kmsKey: key }] of Object.entries(settings)) {
    if (!Object.hasOwn(buckets, bucket))
      context.addIssue({ code: "custom", path: ["bucketSettings", bucket], message: "a bucket that is listed under buckets" });
    if (key !== undefined && !Object.hasOwn(kmsKeys, key)) {
      context.addIssue({ code: "custom", path: ["bucketSettings", bucket, "kmsKey"], message: "a key that is listed under kmsKeys" });
    }
  }
});
