import type { JsonObject } from "@irsa-sim/core";
import type { RoleSession } from "@irsa-sim/iam";

/** Shown of a session token; enough to tell two apart. */
const TOKEN_PREFIX_LENGTH = 12;

/**
 * What CloudTrail says of a role that was assumed.
 * Differs from AWS: the session token, which AWS writes down whole, is cut.
 *
 * @see sts-and-iam.md, section 9.2
 */
export function describeAssumedRole({ accessKeyId, sessionToken, expiresAt, roleId, sessionName, assumedRoleArn, grants }: RoleSession): JsonObject {
  return {
    credentials: { accessKeyId, sessionToken: `${sessionToken.slice(0, TOKEN_PREFIX_LENGTH)}…`, expiration: formatExpiration(new Date(expiresAt)) },
    assumedRoleUser: { assumedRoleId: `${roleId}:${sessionName}`, arn: assumedRoleArn },
    ...(grants.sourceIdentity === null ? {} : { sourceIdentity: grants.sourceIdentity }),
  };
}

/** Made when first needed, and once: making one takes longer than all else that happens in a call. */
let format: Intl.DateTimeFormat | null = null;

/** `Apr 16, 2025, 3:46:56 AM`. */
function formatExpiration(expiration: Date): string {
  format ??= new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });
  // Newer ICU puts a narrow space before AM.
  return format.format(expiration).replaceAll("\u202f", " ");
}
