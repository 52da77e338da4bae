import { type Arn, addMillis, type EpochMillis } from "@irsa-sim/core";
import { accountOfArn, partitionOfArn } from "../accounts/identifiers/account-of-arn.js";
import type { RoleSession, SessionRequest } from "./role-session.js";
import type { UserSession, UserSessionRequest } from "./user-session.js";

/** The secrets of a new session, however they were come by. */
export interface NewCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly issuedAt: EpochMillis;
}

/** A role's new session: what was asked for, with its credentials. */
export function newRoleSession({ role, sessionName, durationSeconds, webIdentity, grants }: SessionRequest, credentials: NewCredentials): RoleSession {
  return {
    kind: "role",
    ...credentials,
    expiresAt: addMillis(credentials.issuedAt, durationSeconds * 1000),
    roleId: role.id,
    roleArn: role.arn,
    sessionName,
    assumedRoleArn: assumedRoleArn(role.arn, sessionName),
    webIdentity,
    grants,
    roleTags: role.tags,
  };
}

/** A user's new session. */
export function newUserSession({ user, federatedUser, durationSeconds }: UserSessionRequest, credentials: NewCredentials): UserSession {
  return { kind: "user", ...credentials, expiresAt: addMillis(credentials.issuedAt, durationSeconds * 1000), user, federatedUser };
}

/** `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION`: the role's path is dropped. */
export function assumedRoleArn(roleArn: Arn, sessionName: string): Arn {
  const name = roleArn.slice(roleArn.lastIndexOf("/") + 1);
  return `arn:${partitionOfArn(roleArn)}:sts::${accountOfArn(roleArn)}:assumed-role/${name}/${sessionName}` as Arn;
}
