import type { RoleSession } from "@irsa-sim/iam";
import type { StsResult } from "../actions/sts-action.js";
import { credentialsResult } from "./credentials-result.js";

/**
 * Puts a session in the words of the response; `Provider` is the ARN, whatever AWS's reference says.
 * `PackedPolicySize` is absent, not 0, when no session policy or tag was passed.
 *
 * @see sts-and-iam.md, section 1.3
 */
export function webIdentityResult(session: RoleSession, webIdentity: NonNullable<RoleSession["webIdentity"]>, packedPolicySize: number | null): StsResult {
  return {
    Audience: webIdentity.audience,
    AssumedRoleUser: assumedRoleUser(session),
    Provider: webIdentity.providerArn,
    Credentials: credentialsResult(session),
    SubjectFromWebIdentityToken: webIdentity.subject,
    SourceIdentity: session.grants.sourceIdentity,
    PackedPolicySize: packedPolicySize,
  };
}

/**
 * The result of AssumeRole, its members in the order of the wire.
 *
 * @see sts-and-iam.md, section 1.6
 */
export function assumeRoleResult(session: RoleSession, packedPolicySize: number | null): StsResult {
  return {
    AssumedRoleUser: assumedRoleUser(session),
    Credentials: credentialsResult(session),
    SourceIdentity: session.grants.sourceIdentity,
    PackedPolicySize: packedPolicySize,
  };
}

function assumedRoleUser({ roleId, sessionName, assumedRoleArn }: RoleSession) {
  return { AssumedRoleId: `${roleId}:${sessionName}`, Arn: assumedRoleArn };
}
