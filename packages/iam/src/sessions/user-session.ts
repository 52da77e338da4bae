import type { Arn, EpochMillis } from "@irsa-sim/core";
import type { User } from "../accounts/account.js";
import type { StoredPolicy } from "../evaluation/stored-policy.js";

/** Temporary credentials that a user asked for: for itself (GetSessionToken), or for somebody it vouches for (GetFederationToken). */
export interface UserSession {
  readonly kind: "user";
  /** `ASIA` and 16 characters. */
  readonly accessKeyId: string;
  /** 40 characters. */
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly user: User;
  readonly federatedUser: FederatedUser | null;
  readonly issuedAt: EpochMillis;
  readonly expiresAt: EpochMillis;
}

/** Somebody for whom a user vouches; may do at most what both the user and the session policies allow. */
export interface FederatedUser {
  /** `arn:aws:sts::ACCOUNT:federated-user/NAME`. */
  readonly arn: Arn;
  /** `ACCOUNT:NAME`. */
  readonly id: string;
  readonly policies: readonly StoredPolicy[];
}

/** What a user's new session is made from. */
export type UserSessionRequest = Pick<UserSession, "user" | "federatedUser"> & { readonly durationSeconds: number };
