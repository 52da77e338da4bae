import type { AccountId, JsonObject } from "@irsa-sim/core";
import type { RoleDescription } from "../settings/aws/identities/schema.js";
import { listTags } from "./list-members.js";

/** A call of IAM, in an account. */
export interface AccountCall {
  readonly account: AccountId;
  readonly action: string;
  readonly parameters: Record<string, string>;
}

/** Roles of an account, by name. */
export interface AccountRoles {
  readonly account: AccountId;
  readonly partition: string;
  readonly roles: Readonly<Record<string, RoleDescription>>;
}

/**
 * The calls that create roles. IAM refuses a trust in a role that is not there, so a role that trusts itself or one that comes later is created with a trust
 * in its account, and has its own trust policy when all are there.
 */
export function roleCalls(accounts: readonly AccountRoles[]): readonly AccountCall[] {
  const roles = accounts.flatMap(({ account, partition, roles: byName }) => Object.entries(byName).map(([name, role]) => ({ account, partition, name, role })));
  const later: AccountCall[] = [];
  const calls = roles.flatMap(({ account, partition, name, role }, index) => {
    const waits = roles.slice(index).some((other) => isTrusted(role.trustPolicy, other));
    if (waits) later.push({ account, action: "UpdateAssumeRolePolicy", parameters: { RoleName: name, PolicyDocument: JSON.stringify(role.trustPolicy) } });
    const trustPolicy = waits ? trustInAccount(account, partition) : role.trustPolicy;
    return callsOf(name, { ...role, trustPolicy }, { account, partition });
  });
  return [...calls, ...later];
}

function isTrusted(
  trustPolicy: JsonObject,
  { account, partition, name, role }: { account: AccountId; partition: string; name: string; role: RoleDescription },
): boolean {
  const text = JSON.stringify(trustPolicy);
  return [`"arn:${partition}:iam::${account}:role${role.path}${name}"`, `:sts::${account}:assumed-role/${name}/`].some((principal) => text.includes(principal));
}

function trustInAccount(account: string, partition: string): JsonObject {
  const Principal = { AWS: `arn:${partition}:iam::${account}:root` };
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }] };
}

function callsOf(
  name: string,
  role: RoleDescription,
  { account, partition }: { readonly account: AccountId; readonly partition: string },
): readonly AccountCall[] {
  const { permissionsBoundary: boundary } = role;
  const ownBoundary = typeof boundary === "object" && boundary !== null ? { name: `${name}-boundary`, document: boundary } : null;
  const boundaryArn = typeof boundary === "string" ? boundary : ownBoundary && `arn:${partition}:iam::${account}:policy/${ownBoundary.name}`;
  const calls = [
    ...(ownBoundary === null ? [] : [policyCall(ownBoundary.name, ownBoundary.document)]),
    {
      action: "CreateRole",
      parameters: {
        RoleName: name,
        Path: role.path,
        AssumeRolePolicyDocument: JSON.stringify(role.trustPolicy),
        ...(role.description === "" ? {} : { Description: role.description }),
        MaxSessionDuration: String(role.maxSessionDurationSeconds),
        ...(boundaryArn === null ? {} : { PermissionsBoundary: boundaryArn }),
        ...listTags(role.tags),
      },
    },
    ...Object.entries(role.policies).map(([policy, document]) => ({
      action: "PutRolePolicy",
      parameters: { RoleName: name, PolicyName: policy, PolicyDocument: JSON.stringify(document) },
    })),
    ...role.attachedPolicies.map((arn) => ({ action: "AttachRolePolicy", parameters: { RoleName: name, PolicyArn: arn } })),
  ];
  return calls.map((call) => ({ account, ...call }));
}

/** The call that creates a managed policy, whose name may stand behind its path. */
export function policyCall(pathAndName: string, document: JsonObject): Omit<AccountCall, "account"> {
  const name = pathAndName.slice(pathAndName.lastIndexOf("/") + 1);
  const path = `/${pathAndName.slice(0, pathAndName.length - name.length)}`;
  return { action: "CreatePolicy", parameters: { PolicyName: name, Path: path, PolicyDocument: JSON.stringify(document) } };
}
