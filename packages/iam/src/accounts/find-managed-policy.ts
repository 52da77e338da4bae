import type { StoredPolicy } from "../evaluation/stored-policy.js";
import type { Account, ManagedPolicy } from "./account.js";
import { awsManagedPolicies } from "./aws-managed-policies.js";

/** The managed policy of the account, or of AWS, with this ARN; `null` when there is none. */
export function findManagedPolicy(account: Account, arn: string): ManagedPolicy | null {
  return account.policies.get(arn) ?? awsManagedPolicies(account.partition).get(arn) ?? null;
}

/** The default version of that policy, which is the one in force; `null` when there is no such policy. */
export function findPolicyInForce(account: Account, arn: string): StoredPolicy | null {
  const policy = findManagedPolicy(account, arn);
  const version = policy?.versions.find(({ id }) => id === policy.defaultVersionId);
  return version === undefined ? null : { source: arn.slice(arn.indexOf("policy/")), document: version.document };
}
