/** OIDC providers and roles, of the first account and of further ones. */
import type { AccountId, JsonObject } from "@irsa-sim/core";
import { httpsUrl, integer, list, looseObject, namedRecord, orNull, pattern, record, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";
import { accountId } from "../account-id.js";
import { iamName } from "../iam-name.js";
import { policies, policy } from "../policy.js";

const policyArn = pattern(/^arn:aws(-[a-z]+)*:iam::(aws|\d{12}):policy\/[\x21-\x7e]+$/, "the ARN of a managed policy");
const managedPolicyName = pattern(/^([\x21-\x2e\x30-\x7e]+\/)*[\w+=,.@-]{1,128}$/, "a policy's name, perhaps behind its path, such as teams/dev-boundary");

/** What is no ARN becomes a managed policy called as the role with `-boundary` behind it. */
const boundary = z.union([policyArn, looseObject({}) as unknown as z.ZodType<JsonObject, JsonObject>], {
  error: "the ARN of a managed policy, a file or a policy document",
});

const role = strictObject({
  path: pattern(/^\/([\x21-\x7e]*\/)?$/, "a path that begins and ends with /")
    .default("/")
    .describe("path of the role; / when left out"),
  trustPolicy: policy.describe(
    "a file (a policy document, or the output of aws iam get-role, list-roles or get-account-authorization-details), or the document itself",
  ),
  policies: policies.describe("permission policies by name, each a file, the document itself, or the ARN of a managed policy, which is then attached"),
  attachedPolicies: list(policyArn, "a list of ARNs of managed policies")
    .default([])
    .describe("ARNs of managed policies that are attached: AWS's own or those of managedPolicies"),
  permissionsBoundary: orNull(boundary).describe(
    "the policy that limits what the role's policies grant: ARN of a managed policy, a file or the document itself; none when left out",
  ),
  description: z.string({ error: "text" }).default("").describe("what IAM stores as the role's description"),
  tags: record(z.string({ error: "text" }), "tags by key")
    .default({})
    .describe("the role's tags, such as those that eksctl or Terraform put on it"),
  maxSessionDurationSeconds: integer(3600, 43_200).default(3600).describe("the longest session that the role allows; 3600 when left out"),
});

const oidcProvider = strictObject({
  url: httpsUrl.describe("the issuer, with https://; the variable issuerUrl is the cluster's own"),
  clientIds: list(text("a client id"), "a list of client ids").describe("audiences that the provider accepts"),
  thumbprints: orNull(list(pattern(/^[0-9a-fA-F]{40}$/, "40 hex characters"), "a list of thumbprints")).describe(
    "SHA-1 thumbprints of certificates; computed from the issuer's when left out",
  ),
});

/** A role to be created in IAM. */
export type RoleDescription = z.output<typeof role>;
/** An OIDC provider to be created in IAM; its thumbprints are computed from the issuer's certificate chain where they are `null`. */
export type OidcProviderDescription = z.output<typeof oidcProvider>;

export const managedPolicies = namedRecord(managedPolicyName, policy, "policies by name")
  .default({})
  .describe("customer managed policies by name, perhaps behind a path, each a file or the document itself; roles name them by ARN");

export const account = accountId.default("111122223333" as AccountId).describe("the account of roles, providers and buckets");

export const oidcProviders = list(oidcProvider, "a list of OIDC providers")
  .default([])
  .describe("OIDC providers in IAM, each written out or a file with the output of aws iam get-open-id-connect-provider");

export const roles = namedRecord(iamName, role, "roles by name").default({}).describe("IAM roles by name");

/** Its buckets stand with the others, under `buckets` and `bucketSettings`. */
const furtherAccount = strictObject({ oidcProviders, managedPolicies, roles });

/** In their order. */
export const accounts = namedRecord(accountId, furtherAccount, "accounts by id")
  .transform((byId) => new Map(Object.entries(byId) as [AccountId, z.output<typeof furtherAccount>][]))
  .prefault({})
  .describe("further accounts by id, in each of which the developer has a profile");
