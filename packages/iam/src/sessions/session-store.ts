import { type Arn, addMillis, type Clock, type Random } from "@irsa-sim/core";
import { accountOfArn } from "../accounts/identifiers/account-of-arn.js";
import { createSecretAccessKey } from "../accounts/identifiers/create-secret-access-key.js";
import { createUniqueId } from "../accounts/identifiers/create-unique-id.js";
import type { RoleSession, SessionRequest, SessionStore } from "./role-session.js";
import { createSessionToken } from "./session-token.js";

/** Creates an empty store; what it issues follows from `random`, its times from `clock`. */
export function createSessionStore({ clock, random }: { readonly clock: Clock; readonly random: Random }): SessionStore {
  const sessions = new Map<string, RoleSession>();
  return {
    issue(request) {
      const session = createSession(request, clock, random);
      sessions.set(session.accessKeyId, session);
      return session;
    },
    findByAccessKeyId: (accessKeyId) => sessions.get(accessKeyId) ?? null,
  };
}

function createSession({ role, sessionName, durationSeconds, webIdentity, grants }: SessionRequest, clock: Clock, random: Random): RoleSession {
  const accountId = accountOfArn(role.arn);
  const issuedAt = clock.now();
  return {
    accessKeyId: createUniqueId("ASIA", accountId, random),
    secretAccessKey: createSecretAccessKey(random),
    sessionToken: createSessionToken(random),
    roleId: role.id,
    roleArn: role.arn,
    sessionName,
    assumedRoleArn: `arn:aws:sts::${accountId}:assumed-role/${role.name}/${sessionName}` as Arn,
    issuedAt,
    expiresAt: addMillis(issuedAt, durationSeconds * 1000),
    webIdentity,
    grants,
    roleTags: role.tags,
  };
}
