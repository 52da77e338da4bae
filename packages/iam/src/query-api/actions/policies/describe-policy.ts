import { toRfc3339 } from "@irsa-sim/core";
import type { Account, ManagedPolicy, ManagedPolicyVersion } from "../../../accounts/account.js";
import { percentEncode } from "../../../encoding/percent-encode.js";
import { describeTags } from "../../parameters/tags.js";
import type { QueryMember } from "../../render-query-response.js";

/** How many roles of the account have the policy attached. */
export function countAttachments({ roles }: Account, arn: string): number {
  return [...roles.values()].filter(({ attachedPolicyArns = [] }) => (attachedPolicyArns as readonly string[]).includes(arn)).length;
}

/** How many roles of the account have the policy as their boundary. */
export function countBoundaries({ roles }: Account, arn: string): number {
  return [...roles.values()].filter(({ permissionsBoundaryArn }) => permissionsBoundaryArn === arn).length;
}

/** A policy as lists show it. */
export function describeListedPolicy(account: Account, policy: ManagedPolicy): { readonly [name: string]: QueryMember } {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersionId,
    AttachmentCount: countAttachments(account, policy.arn),
    PermissionsBoundaryUsageCount: countBoundaries(account, policy.arn),
    IsAttachable: true,
    CreateDate: toRfc3339(policy.createdAt),
    UpdateDate: toRfc3339(policy.updatedAt),
  };
}

/** A policy as `GetPolicy` shows it. */
export function describePolicy(account: Account, policy: ManagedPolicy): { readonly Policy: QueryMember } {
  const { CreateDate, UpdateDate, ...listed } = describeListedPolicy(account, policy);
  return { Policy: { ...listed, Description: policy.description, CreateDate, UpdateDate, Tags: policy.tags.size === 0 ? null : describeTags(policy.tags) } };
}

/** A version as lists show it, without its document. */
export function describeListedVersion({ defaultVersionId }: ManagedPolicy, { id, createdAt }: ManagedPolicyVersion): { readonly [name: string]: QueryMember } {
  return { VersionId: id, IsDefaultVersion: id === defaultVersionId, CreateDate: toRfc3339(createdAt) };
}

/** A version as `GetPolicyVersion` shows it; the document is percent-encoded JSON (RFC 3986). */
export function describeVersion(policy: ManagedPolicy, version: ManagedPolicyVersion): { readonly PolicyVersion: QueryMember } {
  return { PolicyVersion: { Document: percentEncode(JSON.stringify(version.document)), ...describeListedVersion(policy, version) } };
}
