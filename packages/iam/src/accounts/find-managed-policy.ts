import type { Account, ManagedPolicy } from "./account.js";
import { AWS_MANAGED_POLICIES } from "./aws-managed-policies.js";

/** The managed policy of the account, or of AWS, with this ARN; `null` when there is none. */
export function findManagedPolicy(account: Account, arn: string): ManagedPolicy | null {
  return account.policies.get(arn) ?? AWS_MANAGED_POLICIES.get(arn) ?? null;
}
