import type { Account } from "../accounts/account.js";
import { iamArn } from "../accounts/identifiers/iam-arn.js";
import type { QueryRequest } from "./query-protocol.js";

/**
 * The ARN that policies are asked about for a call: the role's, the policy's, the provider's; of a list all of its kind.
 *
 * @example findCalledResource(account, { action: "GetRole", parameters: new Map([["RoleName", "app"]]), version }) // => "arn:aws:iam::111122223333:role/app"
 */
export function findCalledResource(account: Account, { action, parameters }: QueryRequest): string {
  const arn = (kind: string, name: string): string => iamArn(account, `${kind}${name}`);
  const path = parameters.get("Path") ?? "/";
  const roleName = parameters.get("RoleName");
  if (roleName !== undefined) return account.roles.get(roleName)?.arn ?? arn("role", `${path}${roleName}`);
  const given = parameters.get("PolicyArn") ?? parameters.get("OpenIDConnectProviderArn");
  if (given !== undefined) return given;
  const url = parameters.get("Url");
  if (action === "CreateOpenIDConnectProvider") return arn("oidc-provider/", (url ?? "").replace(/^https:\/\//, ""));
  if (action === "ListOpenIDConnectProviders") return arn("oidc-provider/", "*");
  if (action === "CreatePolicy") return arn("policy", `${path}${parameters.get("PolicyName") ?? ""}`);
  if (action === "ListPolicies") return arn("policy", "/*");
  return action === "ListRoles" ? arn("role", "/") : "*";
}
