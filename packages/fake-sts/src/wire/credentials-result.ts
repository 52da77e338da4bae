import { toRfc3339 } from "@irsa-sim/core";
import type { RoleSession, UserSession } from "@irsa-sim/iam";

/** The member `Credentials` of every result that issues some; `Expiration` in whole seconds, UTC. */
export function credentialsResult({ accessKeyId, secretAccessKey, sessionToken, expiresAt }: RoleSession | UserSession) {
  return { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken, Expiration: toRfc3339(expiresAt) };
}
