/** What a cache holds of a service account, defaults of the flags filled in. */
export interface IdentityEntry {
  /** Empty for none. */
  readonly roleArn: string;
  /** May be empty. */
  readonly audience: string;
  readonly stsRegionalEndpoint: boolean;
  readonly tokenExpirationSeconds: bigint;
}
