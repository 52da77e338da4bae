import type { EpochMillis } from "@irsa-sim/core";

/** An object in a bucket. */
export interface S3Object {
  readonly body: string;
  readonly contentType: string;
  readonly lastModified: EpochMillis;
}

/** A bucket. */
export interface Bucket {
  readonly name: string;
  /** Of the account that owns it. */
  readonly accountId: string;
  /** By key. */
  readonly objects: Map<string, S3Object>;
}
