import type { Account, ManagedPolicy } from "../../../accounts/account.js";
import { findManagedPolicy } from "../../../accounts/find-managed-policy.js";
import { IAM_FAULTS } from "../../iam-fault.js";

/** The managed policy that is to be a boundary. @throws {IamFault} `NoSuchEntity` */
export function requireBoundary(account: Account, arn: string): ManagedPolicy {
  const policy = findManagedPolicy(account, arn);
  if (policy === null) throw IAM_FAULTS.boundaryNotAttachable(arn);
  return policy;
}
