import type { JsonObject, Span } from "@irsa-sim/core";

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

/** What validating admission sees of a TokenRequest. */
export interface AdmittedTokenRequest {
  readonly namespace: string;
  /** Of the service account. */
  readonly name: string;
  readonly boundObjectRef: { readonly kind: string; readonly apiVersion: string; readonly name: string; readonly uid: string } | null;
  /** As asked for; empty for the default ones. */
  readonly audiences: readonly string[];
  readonly defaultAudiences: readonly string[];
}

/** The API server's validating admission: it throws its own refusal, which goes through as it is. */
export type TokenAdmission = (request: AdmittedTokenRequest, span: Span) => void;
