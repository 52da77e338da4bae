import type { Account } from "../accounts/account.js";
import type { ConditionKeys } from "../authorization/condition-keys.js";
import type { QueryRequest } from "./query-protocol.js";

/**
 * The keys of IAM's own: what is attached, the boundary that the role has or gets, tags of the request and of the role.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export function iamConditionKeys(account: Account, { action, parameters }: QueryRequest): ConditionKeys {
  const one = (name: string): readonly string[] => [parameters.get(name) ?? []].flat();
  const role = account.roles.get(parameters.get("RoleName") ?? "");
  const given = one("PermissionsBoundary");
  const boundary = given.length > 0 || role?.permissionsBoundaryArn === undefined ? given : [role.permissionsBoundaryArn];
  const tags = requestTags(parameters);
  return [
    ["iam:PolicyARN", action === "AttachRolePolicy" || action === "DetachRolePolicy" ? one("PolicyArn") : []],
    ["iam:PermissionsBoundary", boundary],
    ["aws:TagKeys", [...tags.map(([key]) => key), ...listOf(parameters, "TagKeys")]],
    ...tags.map(([key, value]) => [`aws:RequestTag/${key}`, [value]] as const),
    ...[...(role?.tags ?? [])].flatMap(([key, value]) => [[`aws:ResourceTag/${key}`, [value]] as const, [`iam:ResourceTag/${key}`, [value]] as const]),
  ];
}

function requestTags(parameters: QueryRequest["parameters"]): readonly (readonly [key: string, value: string])[] {
  const tags: (readonly [string, string])[] = [];
  for (let key = parameters.get("Tags.member.1.Key"); key !== undefined; key = parameters.get(`Tags.member.${tags.length + 1}.Key`))
    tags.push([key, parameters.get(`Tags.member.${tags.length + 1}.Value`) ?? ""]);
  return tags;
}

function listOf(parameters: QueryRequest["parameters"], name: string): readonly string[] {
  const values: string[] = [];
  for (let value = parameters.get(`${name}.member.1`); value !== undefined; value = parameters.get(`${name}.member.${values.length + 1}`)) values.push(value);
  return values;
}
