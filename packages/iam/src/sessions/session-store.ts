import { type Arn, addMillis, type Clock, type Random } from "@irsa-sim/core";
import { accountOfArn, partitionOfArn } from "../accounts/identifiers/account-of-arn.js";
import { createSecretAccessKey } from "../accounts/identifiers/create-secret-access-key.js";
import { createUniqueId } from "../accounts/identifiers/create-unique-id.js";
import { findForgettable, REMEMBERED_SESSIONS } from "./find-forgettable.js";
import type { RoleSession, SessionRequest, SessionStore } from "./role-session.js";
import { createSessionToken } from "./session-token.js";
import type { UserSession, UserSessionRequest } from "./user-session.js";

/**
 * Creates an empty store; what it issues follows from `random`, its times from `clock`.
 * Differs from AWS, where a token says by itself that it is over: what expired long ago is forgotten, and its key counts as unknown then.
 */
export function createSessionStore({ clock, random }: { readonly clock: Clock; readonly random: Random }): SessionStore {
  const sessions = new Map<string, RoleSession | UserSession>();
  let sweptAtSize = 2 * REMEMBERED_SESSIONS;
  const keep = <T extends RoleSession | UserSession>(session: T): T => {
    sessions.set(session.accessKeyId, session);
    if (sessions.size > sweptAtSize) sweep();
    return session;
  };
  // Only when there are twice as many as were left the last time, so that a session costs the same however many there are.
  const sweep = (): void => {
    for (const accessKeyId of findForgettable(sessions.values(), clock.now())) sessions.delete(accessKeyId);
    sweptAtSize = 2 * Math.max(sessions.size, REMEMBERED_SESSIONS);
  };
  return {
    issue: (request) => keep(createRoleSession(request, clock, random)),
    issueForUser: (request) => keep(createUserSession(request, clock, random)),
    findByAccessKeyId: (accessKeyId) => sessions.get(accessKeyId) ?? null,
    get size() {
      return sessions.size;
    },
  };
}

function createRoleSession(request: SessionRequest, clock: Clock, random: Random): RoleSession {
  const { role, sessionName, durationSeconds, webIdentity, grants, minimumTokenBytes = 0 } = request;
  const accountId = accountOfArn(role.arn);
  return {
    kind: "role",
    ...createCredentials({ accountId, durationSeconds, minimumTokenBytes }, clock, random),
    roleId: role.id,
    roleArn: role.arn,
    sessionName,
    assumedRoleArn: `arn:${partitionOfArn(role.arn)}:sts::${accountId}:assumed-role/${role.name}/${sessionName}` as Arn,
    webIdentity,
    grants,
    roleTags: role.tags,
  };
}

function createUserSession({ user, federatedUser, durationSeconds }: UserSessionRequest, clock: Clock, random: Random): UserSession {
  const credentials = createCredentials({ accountId: accountOfArn(user.arn), durationSeconds, minimumTokenBytes: 0 }, clock, random);
  return { kind: "user", ...credentials, user, federatedUser };
}

interface CredentialsRequest {
  readonly accountId: string;
  readonly durationSeconds: number;
  readonly minimumTokenBytes: number;
}

function createCredentials({ accountId, durationSeconds, minimumTokenBytes }: CredentialsRequest, clock: Clock, random: Random) {
  const issuedAt = clock.now();
  return {
    accessKeyId: createUniqueId("ASIA", accountId, random),
    secretAccessKey: createSecretAccessKey(random),
    sessionToken: createSessionToken(random, minimumTokenBytes),
    issuedAt,
    expiresAt: addMillis(issuedAt, durationSeconds * 1000),
  };
}
