import type { Clock, Random } from "@irsa-sim/core";
import { accountOfArn } from "../accounts/identifiers/account-of-arn.js";
import { createSecretAccessKey } from "../accounts/identifiers/create-secret-access-key.js";
import { createUniqueId } from "../accounts/identifiers/create-unique-id.js";
import { findForgettable, REMEMBERED_SESSIONS } from "./find-forgettable.js";
import { type NewCredentials, newRoleSession, newUserSession } from "./new-session.js";
import type { RoleSession, SessionStore } from "./role-session.js";
import { createSessionToken } from "./session-token.js";
import type { UserSession } from "./user-session.js";

/** What a store issues from. */
export interface StoreOptions {
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Creates an empty store; what it issues follows from `random`, its times from `clock`.
 * Differs from AWS, where a token says by itself that it is over: what expired long ago is forgotten, and its key counts as unknown then.
 */
export function createSessionStore(options: StoreOptions): SessionStore {
  const { clock } = options;
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
    issue: (request) => keep(newRoleSession(request, createCredentials(accountOfArn(request.role.arn), request.minimumTokenBytes ?? 0, options))),
    issueForUser: (request) => keep(newUserSession(request, createCredentials(accountOfArn(request.user.arn), 0, options))),
    find: ({ accessKeyId }) => sessions.get(accessKeyId) ?? null,
    wanted: "an access key that exists",
    get size() {
      return sessions.size;
    },
  };
}

function createCredentials(accountId: string, minimumTokenBytes: number, { clock, random }: StoreOptions): NewCredentials {
  return {
    accessKeyId: createUniqueId("ASIA", accountId, random),
    secretAccessKey: createSecretAccessKey(random),
    sessionToken: createSessionToken(random, minimumTokenBytes),
    issuedAt: clock.now(),
  };
}
