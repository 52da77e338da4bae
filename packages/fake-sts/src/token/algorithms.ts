/** The JWS algorithms that STS accepts; no HMAC, no PSS, no EdDSA and never `none` (sts-and-iam.md, section 4.3). */
export const ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"] as const;

/** One of {@link ALGORITHMS}. */
export type Algorithm = (typeof ALGORITHMS)[number];
