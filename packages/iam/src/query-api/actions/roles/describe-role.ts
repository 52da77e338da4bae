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

/** A role as `GetRole` shows it. */
export function describeRole(role: Role): { readonly Role: QueryMember } {
  const { permissionsBoundaryArn: boundary, tags } = role;
  return {
    Role: {
      ...describeListedRole(role),
      PermissionsBoundary: boundary === undefined ? null : { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: boundary },
      Tags: tags.size === 0 ? null : describeTags(tags),
    },
  };
}
