import type { Iam } from "./account.js";

const PRINCIPAL = /^arn:[\w-]+:(?:iam|sts)::(?<account>\d{12}):(?<kind>[\w-]+)\/?(?<path>.*)$/;

/**
 * Whether the role or user is there that a policy names as principal, by its ARN or its session's.
 * Differs from AWS in accounts that the simulation does not have: whoever is named in one counts as being there.
 */
export function isPrincipalThere(name: string, iam: Iam): boolean {
  const { account: id = "", kind = "", path = "" } = PRINCIPAL.exec(name)?.groups ?? {};
  const account = iam.account(id);
  if (account === null) return true;
  switch (kind) {
    case "role":
      return [...account.roles.values()].some(({ arn }) => arn === name);
    case "user":
      return [...account.users.values()].some(({ arn }) => arn === name);
    case "assumed-role":
      return account.roles.has(path.split("/")[0] ?? "");
    default:
      return true;
  }
}
