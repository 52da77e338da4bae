/**
 * A session as the text that is sealed into its token: all but its secret, which follows from its key, and the token.
 * Differs from AWS, whose packing is not public: here it is JSON, with the role's tags and the session's policies as they were when it was issued.
 */
import type { Arn, EpochMillis } from "@irsa-sim/core";
import type { User } from "../../accounts/account.js";
import type { StoredPolicy } from "../../evaluation/stored-policy.js";
import { assumedRoleArn } from "../new-session.js";
import type { RoleSession } from "../role-session.js";
import type { FederatedUser, UserSession } from "../user-session.js";

/** What is known where the token comes in. */
export interface Unpacking {
  readonly secretAccessKeyOf: (accessKeyId: string) => string;
  /** `null` when there is no such user any longer. */
  readonly findUser: (accessKeyId: string) => User | null;
}

interface PackedRole {
  readonly kind: "role";
  readonly accessKeyId: string;
  readonly issuedAt: EpochMillis;
  readonly expiresAt: EpochMillis;
  readonly roleId: string;
  readonly roleArn: Arn;
  readonly sessionName: string;
  readonly webIdentity: RoleSession["webIdentity"];
  readonly policies: readonly StoredPolicy[] | null;
  readonly tags: readonly (readonly [string, string])[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | null;
  readonly roleTags: readonly (readonly [string, string])[];
}

interface PackedUser {
  readonly kind: "user";
  readonly accessKeyId: string;
  readonly issuedAt: EpochMillis;
  readonly expiresAt: EpochMillis;
  /** The user's own key, by which it is found. */
  readonly userKeyId: string;
  readonly federatedUser: FederatedUser | null;
}

/** Packs a session. */
export function packSession(session: RoleSession | UserSession): string {
  const { accessKeyId, issuedAt, expiresAt } = session;
  const of = { accessKeyId, issuedAt, expiresAt };
  if (session.kind === "user") {
    const { user, federatedUser } = session;
    return JSON.stringify({ kind: "user", ...of, userKeyId: user.accessKeyId, federatedUser } satisfies PackedUser);
  }
  const { roleId, roleArn, sessionName, webIdentity, grants, roleTags } = session;
  const packed = { ...grants, tags: [...grants.tags], roleTags: [...roleTags] };
  return JSON.stringify({ kind: "role", ...of, roleId, roleArn, sessionName, webIdentity, ...packed } satisfies PackedRole);
}

/** The session of an opened token, which only who has the key can have written; `null` when its user is gone. */
export function unpackSession(text: string, sessionToken: string, { secretAccessKeyOf, findUser }: Unpacking): RoleSession | UserSession | null {
  const packed = JSON.parse(text) as PackedRole | PackedUser;
  const { accessKeyId, issuedAt, expiresAt } = packed;
  const credentials = { accessKeyId, secretAccessKey: secretAccessKeyOf(accessKeyId), sessionToken, issuedAt, expiresAt };
  if (packed.kind === "user") {
    const user = findUser(packed.userKeyId);
    return user === null ? null : { kind: "user", ...credentials, user, federatedUser: packed.federatedUser };
  }
  const { roleId, roleArn, sessionName, webIdentity, policies, tags, transitiveTagKeys, sourceIdentity, roleTags } = packed;
  return {
    kind: "role",
    ...credentials,
    ...{ roleId, roleArn, sessionName, webIdentity },
    assumedRoleArn: assumedRoleArn(roleArn, sessionName),
    grants: { policies, tags: new Map(tags), transitiveTagKeys, sourceIdentity },
    roleTags: new Map(roleTags),
  };
}
