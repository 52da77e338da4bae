import type { EpochMillis } from "@irsa-sim/core";

/** The life of a token or of credentials. */
export interface LifeLine {
  readonly kind: "token" | "credentials";
  /** The token's `jti`, or the access key id. */
  readonly id: string;
  /** The token's audience, or the role's ARN or name. */
  readonly of: string;
  readonly issuedAt: EpochMillis;
  /** When the holder replaces it by its own rule, give or take jitter; `null` where the trace does not tell. */
  readonly refreshDueAt: EpochMillis | null;
  /** `null` for what does not expire. */
  readonly expiresAt: EpochMillis | null;
  /** When its holder got the next one; `null` when it kept this. */
  readonly replacedAt: EpochMillis | null;
  /** When it stopped to count although it had not expired, and why; `null` when that did not happen. */
  readonly revoked: { readonly at: EpochMillis; readonly why: "pod-deleted" | "key-withdrawn" } | null;
  /** Of the event that tells of it first. */
  readonly seq: number;
}
