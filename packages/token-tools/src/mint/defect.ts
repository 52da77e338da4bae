import type { JsonObject } from "@irsa-sim/core";

/** One way in which a token can be wrong. */
export interface Defect {
  /** Such as `wrong-key`. */
  readonly id: string;
  /** What is wrong with the token, in one sentence. */
  readonly says: string;
  /** By how many seconds the API server's clock is off. */
  readonly clockOffset?: (expirationSeconds: number) => number;
  /** Whether a key signs that the issuer does not publish, and which one the header names. */
  readonly signedBy?: "another-key" | "the-issuer";
  readonly namedKey?: "published" | "signing" | "none";
  /** What becomes of the claims before they are signed. */
  readonly claims?: (claims: JsonObject) => JsonObject;
  /** What becomes of the signed token, by its three parts. */
  readonly afterSigning?: (parts: TokenParts) => readonly string[];
}

/** A token's three parts, in base64url. */
export interface TokenParts {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}
