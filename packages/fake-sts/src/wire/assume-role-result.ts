import { toRfc3339 } from "@irsa-sim/core";
import type { RoleSession } from "@irsa-sim/iam";

/** The result of AssumeRoleWithWebIdentity, its members in the order in which AWS writes them. */
export type AssumeRoleResult = ReturnType<typeof assumeRoleResult>;

/**
 * Puts a session in the words of the response; `Provider` is the ARN, whatever AWS's reference says.
 * `PackedPolicySize` is absent, not 0, when no session policy or tag was passed.
 *
 * @see sts-and-iam.md, section 1.3
 */
export function assumeRoleResult(session: RoleSession, webIdentity: NonNullable<RoleSession["webIdentity"]>, packedPolicySize: number | null) {
  return {
    Audience: webIdentity.audience,
    AssumedRoleUser: { AssumedRoleId: `${session.roleId}:${session.sessionName}`, Arn: session.assumedRoleArn },
    Provider: webIdentity.providerArn,
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: toRfc3339(session.expiresAt),
    },
    SubjectFromWebIdentityToken: webIdentity.subject,
    SourceIdentity: session.grants.sourceIdentity,
    PackedPolicySize: packedPolicySize,
  };
}
