import type { JsonObject } from "@irsa-sim/core";

/** Signs claims with the issuer's key; the result is a compact JWS. */
export interface TokenSigner {
  /** @throws {TokenSigningError} when the key does not sign */
  sign(claims: JsonObject): Promise<string>;
}

/** Reads objects as they are now. */
export interface ObjectReader {
  /** @param namespace `null` for a Node */
  read(kind: "ServiceAccount" | "Pod" | "Secret" | "Node", namespace: string | null, name: string): JsonObject | null;
}
