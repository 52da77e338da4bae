import type { AccountId, Arn } from "@irsa-sim/core";

/** An IAM role's ARN, and the account in which its providers are looked up. */
export interface RoleArn {
  readonly arn: Arn;
  readonly account: AccountId;
}

/** Path and name; blanks and line breaks are in neither, and STS says so (failures.md, rank 41). */
const ROLE = /^role\/[\x21-\x7e]*[\x21-\x2e\x30-\x7e]$/;

/**
 * Reads a RoleArn as STS does before it looks anything up.
 *
 * @returns `not-an-arn` without six parts, or with an empty partition, service or resource; `not-a-role-arn` for an ARN of another kind
 * @see sts-and-iam.md, section 2.2
 */
export function parseRoleArn(value: string): RoleArn | "not-an-arn" | "not-a-role-arn" {
  const [scheme, partition, service, region, account, ...rest] = value.split(":");
  const resource = rest.join(":");
  if (scheme !== "arn" || !partition || !service || resource === "") return "not-an-arn";
  if (service !== "iam" || region !== "" || !/^[0-9]{12}$/.test(account ?? "") || !ROLE.test(resource)) return "not-a-role-arn";
  return { arn: value as Arn, account: account as AccountId };
}
