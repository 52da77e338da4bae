import { z } from "zod";
import { period } from "./actions/fields.js";
import { flag, integer, list, namedRecord, pattern, present, record, strictObject, text } from "./expected.js";

const iamName = pattern(/^[\w+=,.@-]{1,64}$/, "letters, digits and + = , . @ - _, at most 64");
const policies = record(z.unknown(), "policy names, each with a file or a document");

const role = strictObject({
  path: pattern(/^\/([\x21-\x7e]*\/)?$/, "a path that begins and ends with /")
    .optional()
    .describe("path of the role; / when left out"),
  trustPolicy: present("a file or a policy document").describe("a file (a policy document, or the output of aws iam get-role), or the document itself"),
  policies: policies.optional().describe("permission policies by name, each a file or the document itself"),
  maxSessionDurationSeconds: integer(3600, 43_200).optional().describe("the longest session that the role allows; 3600 when left out"),
});

const oidcProvider = strictObject({
  url: pattern(/^https:\/\/\S+$/, "an https:// URL").describe("the issuer, with https://; the variable issuerUrl is the cluster's own"),
  clientIds: list(text("a client id"), "a list of client ids").describe("audiences that the provider accepts"),
  thumbprints: list(pattern(/^[0-9a-fA-F]{40}$/, "40 hex characters"), "a list of thumbprints")
    .optional()
    .describe("SHA-1 thumbprints of certificates; computed from the issuer's when left out"),
});

/** What stands in AWS. */
export const awsSchema = strictObject({
  account: pattern(/^\d{12}$/, "an account id of 12 digits, in quotes").describe("the account of roles, providers and buckets"),
  oidcProviders: list(oidcProvider, "a list of OIDC providers").describe(
    "OIDC providers in IAM, each written out or a file with the output of aws iam get-open-id-connect-provider",
  ),
  roles: namedRecord(iamName, role, "roles by name").describe("IAM roles by name"),
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
  buckets: record(record(z.string({ error: "the object's content as text" }), "keys and contents"), "buckets by name").describe(
    "S3 buckets by name, each with keys and contents",
  ),
});
