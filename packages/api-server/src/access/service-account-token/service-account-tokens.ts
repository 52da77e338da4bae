/** The API server's side of service-account tokens. */
export interface ServiceAccountTokens {
  /** All values of `--service-account-issuer`: the first one signs, all are accepted. */
  readonly issuers: readonly string[];
  /** `--api-audiences`, or all issuers where that is not set. */
  readonly apiAudiences: readonly string[];
  /** Checks a compact JWS with the public keys of the key set. */
  checkSignature(token: string): Promise<"verified" | "no-keys" | "bad-signature">;
}
