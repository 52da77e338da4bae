import type { Account, Role } from "./account.js";

/** The role with exactly this ARN; `null` when no account has it. */
export function findRoleIn(accounts: Iterable<Account>, arn: string): Role | null {
  for (const { roles } of accounts) {
    for (const role of roles.values()) if (role.arn === arn) return role;
  }
  return null;
}
