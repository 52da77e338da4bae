import type { Arn, EpochMillis } from "@irsa-sim/core";
import type { Role } from "../accounts/account.js";
import type { StoredPolicy } from "../evaluation/stored-policy.js";
import type { UserSession, UserSessionRequest } from "./user-session.js";

/** Temporary credentials of an assumed role, and what they stand for. */
export interface RoleSession {
  readonly kind: "role";
  /** `ASIA` and 16 characters of A-Z2-7. */
  readonly accessKeyId: string;
  /** 40 characters. */
  readonly secretAccessKey: string;
  /** Opaque; base64 that begins as AWS's own does. */
  readonly sessionToken: string;
  /** The role at the time of issue; the session dies with this id. */
  readonly roleId: string;
  readonly roleArn: Arn;
  readonly sessionName: string;
  /** `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION`; the role's path is dropped. */
  readonly assumedRoleArn: Arn;
  readonly issuedAt: EpochMillis;
  readonly expiresAt: EpochMillis;
  /** How the role was assumed; `null` for a node's instance profile. */
  readonly webIdentity: { readonly providerArn: Arn; readonly providerUrl: string; readonly audience: string; readonly subject: string } | null;
  readonly grants: SessionGrants;
  /** The role's tags when the session was issued. */
  readonly roleTags: ReadonlyMap<string, string>;
}

/** What a caller passes along when it assumes a role. */
export interface SessionGrants {
  /** Session policies, of which one must allow what the session does; `null` for none. */
  readonly policies: readonly StoredPolicy[] | null;
  /** Session tags by key. */
  readonly tags: ReadonlyMap<string, string>;
  /** Tags that the next session in a chain has too. */
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | null;
}

/** Nothing passed along. */
export const NO_GRANTS: SessionGrants = { policies: null, tags: new Map(), transitiveTagKeys: [], sourceIdentity: null };

/** What a new session is made from. */
export interface SessionRequest {
  readonly role: Role;
  readonly sessionName: string;
  readonly durationSeconds: number;
  readonly webIdentity: RoleSession["webIdentity"];
  readonly grants: SessionGrants;
  /** The token is padded to at least so many bytes; 0 when absent. */
  readonly minimumTokenBytes?: number;
}

/** What a request says of the session it is signed in. */
export interface PresentedKeys {
  readonly accessKeyId: string;
  /** `null` when none was sent. */
  readonly sessionToken: string | null;
}

/** Issues temporary credentials and finds them again. */
export interface SessionKeeper {
  issue(request: SessionRequest): RoleSession | Promise<RoleSession>;
  issueForUser(request: UserSessionRequest): UserSession | Promise<UserSession>;
  /**
   * The session that is presented, expired or not; `null` for one that was not issued here.
   * It may be another key's or another token's: both are the caller's to compare.
   */
  find(presented: PresentedKeys): RoleSession | UserSession | null | Promise<RoleSession | UserSession | null>;
  /** What it looks for, in the words of an explanation. */
  readonly wanted: "an access key that exists" | "a session token sealed with the key of this simulator";
}

/** Keeps the sessions themselves, and knows them by their key: for as long as a client can reasonably still use it, an hour beyond its end at least. */
export interface SessionStore extends SessionKeeper {
  issue(request: SessionRequest): RoleSession;
  issueForUser(request: UserSessionRequest): UserSession;
  find(presented: Pick<PresentedKeys, "accessKeyId">): RoleSession | UserSession | null;
  /** How many are remembered. */
  readonly size: number;
}
