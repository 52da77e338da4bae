import type { EpochMillis } from "@irsa-sim/core";

/** Where the node's credentials come from. */
export interface NodeCredentials {
  /** The credentials that are good now. */
  current(): {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
    readonly issuedAt: EpochMillis;
    readonly expiresAt: EpochMillis;
  };
}
