import { toRfc3339 } from "@irsa-sim/core";
import type { Role } from "../../../accounts/account.js";
import { percentEncode } from "../../../encoding/percent-encode.js";
import { describeTags } from "../../parameters/tags.js";
import type { QueryMember } from "../../render-query-response.js";

/** A role as lists show it, without boundary and tags; the trust policy is percent-encoded JSON (RFC 3986). */
export function describeListedRole(role: Role): { readonly [name: string]: QueryMember } {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: toRfc3339(role.createdAt),
    AssumeRolePolicyDocument: percentEncode(JSON.stringify(role.trustPolicy.document)),
    Description: role.description ?? null,
    MaxSessionDuration: role.maxSessionDurationSeconds,
  };
}

/** A role as `CreateRole` shows it: without how long its sessions may be. */
export function describeNewRole(role: Role): { readonly Role: QueryMember } {
  return { Role: { ...describeListedRole(role), MaxSessionDuration: null, ...describeAttributes(role) } };
}

/** A role with all its attributes. */
export function describeRole(role: Role, more: { readonly [name: string]: QueryMember } = {}): { readonly Role: QueryMember } {
  return { Role: { ...describeListedRole(role), ...describeAttributes(role), ...more } };
}

function describeAttributes({ permissionsBoundaryArn: boundary, tags }: Role): { readonly [name: string]: QueryMember } {
  return {
    PermissionsBoundary: boundary === undefined ? null : { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: boundary },
    Tags: tags.size === 0 ? null : describeTags(tags),
  };
}
