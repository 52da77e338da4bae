import type { AccountId, Clock, Network, Random } from "@irsa-sim/core";
import type { Authenticate, CloudTrail, Iam, SessionKeeper } from "@irsa-sim/iam";
import type { VerificationKeys } from "./keys/verification-keys.js";
import type { RateLimit, TakeCall } from "./rate-limit.js";

/** What one region's STS works with. */
export interface StsOptions {
  /** `eu-west-1`; the endpoint is `sts.<region>.amazonaws.com`. */
  readonly region: string;
  /** The accounts in which providers and roles are looked up. */
  readonly iam: Iam;
  /** Where temporary credentials are issued. */
  readonly sessions: SessionKeeper;
  /** The way to the issuers' discovery documents and keys. */
  readonly network: Network;
  readonly clock: Clock;
  /** Request ids are drawn from it. */
  readonly random: Random;
  /** PEM of the root certificates that AWS trusts without a thumbprint (sts-and-iam.md, section 4.2). */
  readonly publicAnchors: readonly string[];
  /** Where each call is written down. */
  readonly cloudTrail: CloudTrail;
  /** Accounts that have not activated STS in this region. */
  readonly accountsWithoutRegion: ReadonlySet<AccountId>;
  /**
   * How many calls are answered; all when absent.
   * Differs from AWS, which counts for each account and operation, and does not publish how many: here all calls of the endpoint count together.
   */
  readonly rateLimit?: RateLimit;
}

/** The options, and what STS keeps for itself. */
export interface Sts extends StsOptions {
  readonly keys: VerificationKeys;
  readonly authenticate: Authenticate;
  /** `null` without a limit. */
  readonly takeCall: TakeCall | null;
}
