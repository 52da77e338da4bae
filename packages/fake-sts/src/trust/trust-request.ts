import {
  accountOfArn,
  type OpenIdConnectProvider,
  organizationContext,
  type PolicyRequest,
  type RequestContextInput,
  type Role,
  requestContext,
  toContext,
} from "@irsa-sim/iam";
import type { WebIdentityClaims } from "../token/read-claims.js";

/** What is known of the call when the trust policy is asked. */
export interface TrustRequestInput extends RequestContextInput {
  readonly claims: WebIdentityClaims;
  /** The effective one. */
  readonly audience: string;
  readonly provider: OpenIdConnectProvider;
  readonly roleSessionName: string;
  readonly role: Role;
  readonly session: {
    readonly tags: ReadonlyMap<string, string>;
    readonly transitiveTagKeys: readonly string[];
    readonly sourceIdentity: string | null;
    /** Whether the token's roles claim names the role. */
    readonly isAuthorizedByIdp: boolean;
  };
}

/**
 * The call as a trust policy sees it: the provider as federated principal, and the condition keys.
 * Leaves out: the extra claims of issuers that AWS knows by name.
 *
 * @see sts-and-iam.md, sections 5.1 and 5.2
 */
export function trustRequest({ claims, audience, provider, roleSessionName, role, session, ...call }: TrustRequestInput): PolicyRequest {
  const context = toContext([
    [`${provider.url}:aud`, [audience]],
    [`${provider.url}:sub`, [claims.sub]],
    [`${provider.url}:amr`, claims.amr],
    [`${provider.url}:oaud`, claims.azp === null ? [] : claims.aud],
    [`${provider.url}:email`, claims.email === null ? [] : [claims.email]],
    ["sts:RoleSessionName", [roleSessionName]],
    ["sts:SourceIdentity", session.sourceIdentity === null ? [] : [session.sourceIdentity]],
    ["sts:TransitiveTagKeys", session.transitiveTagKeys],
    ["sts:RoleAuthorizedByIdp", session.isAuthorizedByIdp ? ["true"] : []],
    ["aws:TagKeys", [...session.tags.keys()]],
    ...[...session.tags].map(([key, value]) => [`aws:RequestTag/${key}`, [value]] as const),
    ...[...role.tags].flatMap(([key, value]) => [[`aws:ResourceTag/${key}`, [value]] as const, [`iam:ResourceTag/${key}`, [value]] as const]),
    ["aws:FederatedProvider", [provider.arn]],
    ["aws:ResourceAccount", [accountOfArn(role.arn)]],
    ...organizationContext(call.iam, accountOfArn(role.arn), "Resource"),
    ...requestContext(call),
  ]);
  return {
    action: "sts:AssumeRoleWithWebIdentity",
    principal: { kind: "Federated", arns: [provider.arn] },
    context,
  };
}
