import { strictObject } from "@irsa-sim/core/schema";
import { checkBuckets } from "./buckets/check-buckets.js";
import { bucketSettings, buckets, kmsKeys } from "./buckets/schema.js";
import { propagationSeconds, quotas } from "./iam/schema.js";
import { account, accounts, managedPolicies, oidcProviders, roles } from "./identities/schema.js";
import { nodeRole } from "./node-role/schema.js";
import { organization } from "./organization/schema.js";
import { otherOidcProviders } from "./other-oidc-providers/schema.js";
import { podIdentityAssociations } from "./pod-identity-associations/schema.js";
import { resourcePolicies } from "./resource-policies/schema.js";
import { sts } from "./sts/schema.js";
import { users } from "./users/schema.js";

/** What stands in AWS. */
export const awsSettings = strictObject({
  account,
  oidcProviders,
  managedPolicies,
  roles,
  otherOidcProviders,
  accounts,
  sts,
  nodeRole,
  users,
  quotas,
  propagationSeconds,
  organization,
  kmsKeys,
  buckets,
  bucketSettings,
  resourcePolicies,
  podIdentityAssociations,
}).superRefine(checkBuckets);
