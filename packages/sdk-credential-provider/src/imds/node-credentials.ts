import type { EpochMillis } from "@irsa-sim/core";

/** Credentials as the metadata shows them. */
export interface NodeKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly issuedAt: EpochMillis;
  readonly expiresAt: EpochMillis;
}

/** Where the node's credentials come from. */
export interface NodeCredentials {
  /** The credentials that are good now. */
  current(): NodeKeys | Promise<NodeKeys>;
}
