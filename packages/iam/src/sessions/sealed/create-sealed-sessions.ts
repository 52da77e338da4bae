/**
 * Sessions that nobody keeps: each stands in its own token, and whoever has the key knows it, whether they issued it or another did.
 * Leaves out: taking a session back. As at AWS it ends with its time or its role, or is denied by `aws:TokenIssueTime`.
 * @see docs/decisions/029-sessions-in-their-tokens.md
 */
import type { Clock } from "@irsa-sim/core";
import type { Iam } from "../../accounts/account.js";
import { accountOfArn } from "../../accounts/identifiers/account-of-arn.js";
import { createUniqueId } from "../../accounts/identifiers/create-unique-id.js";
import { type NewCredentials, newRoleSession, newUserSession } from "../new-session.js";
import type { RoleSession, SessionKeeper } from "../role-session.js";
import type { UserSession } from "../user-session.js";
import { packSession, unpackSession } from "./pack-session.js";
import { NONCE_BYTES, openToken, sealToken } from "./seal-token.js";
import { deriveSessionKeys, type SessionKeys, secretAccessKeyOf } from "./session-keys.js";
import { unbiased } from "./unbiased.js";

/** What sessions are sealed with. */
export interface SessionSealing {
  /** 32 secret bytes; all who have the same accept each other's sessions. */
  readonly key: Uint8Array<ArrayBuffer>;
  /** A cryptographic source: a nonce that came twice would open tokens. */
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>;
}

/** Where sessions are sealed. */
export interface SealedSessionsOptions extends SessionSealing {
  readonly clock: Clock;
  /** Whose users ask for sessions. */
  readonly iam: Pick<Iam, "findUser">;
}

/**
 * Creates a keeper that remembers nothing.
 *
 * @throws {RangeError} with the first session, for a key that has not 32 bytes
 * @example const sessions = createSealedSessions({ key, randomBytes, clock, iam });
 */
export function createSealedSessions({ key, randomBytes, clock, iam }: SealedSessionsOptions): SessionKeeper {
  let derived: Promise<SessionKeys> | null = null;
  const sessionKeys = (): Promise<SessionKeys> => {
    derived ??= deriveSessionKeys(key);
    return derived;
  };
  const random = unbiased(randomBytes);
  const createCredentials = async (account: string): Promise<NewCredentials> => {
    const accessKeyId = createUniqueId("ASIA", account, random);
    return { accessKeyId, secretAccessKey: secretAccessKeyOf(accessKeyId, await sessionKeys()), sessionToken: "", issuedAt: clock.now() };
  };
  const seal = async <T extends RoleSession | UserSession>(session: T, minimumBytes = 0): Promise<T> => {
    const { sealing } = await sessionKeys();
    return { ...session, sessionToken: await sealToken(packSession(session), { key: sealing, nonce: randomBytes(NONCE_BYTES), minimumBytes }) };
  };
  return {
    wanted: "a session token sealed with the key of this simulator",
    issue: async (request) => seal(newRoleSession(request, await createCredentials(accountOfArn(request.role.arn))), request.minimumTokenBytes),
    issueForUser: async (request) => seal(newUserSession(request, await createCredentials(accountOfArn(request.user.arn)))),
    async find({ sessionToken }) {
      // Without its token a temporary key tells nothing: whose it is stands nowhere else.
      if (sessionToken === null || sessionToken === "") return null;
      const keys = await sessionKeys();
      const text = await openToken(sessionToken, keys.sealing);
      if (text === null) return null;
      return unpackSession(text, sessionToken, {
        secretAccessKeyOf: (accessKeyId) => secretAccessKeyOf(accessKeyId, keys),
        findUser: (id) => iam.findUser(id),
      });
    },
  };
}
