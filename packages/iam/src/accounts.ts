/** What AWS accounts hold: OIDC providers, roles with their policies, users with long-lived keys. */
export type { Account, Iam, OpenIdConnectProvider, Role, User } from "./accounts/account.js";
export { awsManagedPolicies } from "./accounts/aws-managed-policies.js";
export { createIam, type IamAccounts, type IamOptions } from "./accounts/create-iam.js";
export { findPolicyInForce } from "./accounts/find-managed-policy.js";
export { accountOfArn } from "./accounts/identifiers/account-of-arn.js";
export { decodeAccount } from "./accounts/identifiers/decode-account.js";
export { isPrincipalThere } from "./accounts/is-principal-there.js";
export { noteUnseenChange } from "./accounts/propagation/seen-later.js";
export type { VpcEndpoint } from "./accounts/vpc-endpoint.js";
