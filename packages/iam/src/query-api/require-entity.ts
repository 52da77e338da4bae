/** What a call is about, which must be there. */
import type { Account, ManagedPolicy, OpenIdConnectProvider, Role } from "../accounts/account.js";
import { findManagedPolicy } from "../accounts/find-managed-policy.js";
import { IAM_FAULTS } from "./iam-fault.js";

/** @throws {IamFault} `NoSuchEntity` */
export function requireRole({ roles }: Account, name: string): Role {
  const role = roles.get(name);
  if (role === undefined) throw IAM_FAULTS.roleMissing(name);
  return role;
}

/** @throws {IamFault} `NoSuchEntity` */
export function requireProvider({ oidcProviders }: Account, arn: string): OpenIdConnectProvider {
  const provider = [...oidcProviders.values()].find((candidate) => candidate.arn === arn);
  if (provider === undefined) throw IAM_FAULTS.providerMissing(arn);
  return provider;
}

/** @throws {IamFault} `NoSuchEntity` */
export function requirePolicy(account: Account, arn: string): ManagedPolicy {
  const policy = findManagedPolicy(account, arn);
  if (policy === null) throw IAM_FAULTS.policyMissing(arn);
  return policy;
}

/** A policy that the account may change: AWS's own are not among them. @throws {IamFault} `NoSuchEntity` */
export function requireOwnPolicy({ policies }: Account, arn: string): ManagedPolicy {
  const policy = policies.get(arn);
  if (policy === undefined) throw IAM_FAULTS.policyMissing(arn);
  return policy;
}
