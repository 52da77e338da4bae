/** A TokenRequest (authentication.k8s.io/v1) as the controller works on it. */
import type { JsonObject } from "@irsa-sim/core";

/** The object to which a token is bound. */
export interface BoundObjectReference {
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  /** Empty means: whatever has the name now. */
  readonly uid: string;
}

/** What a caller asks for, with defaults filled in. */
export interface TokenRequest {
  /** As it was sent. */
  readonly metadata: JsonObject & { readonly name?: string; readonly namespace?: string; readonly uid?: string };
  readonly audiences: readonly string[];
  readonly expirationSeconds: number;
  readonly boundObjectRef: BoundObjectReference | null;
}

const DEFAULT_EXPIRATION_SECONDS = 3600;

/**
 * Fills in defaults; a missing lifetime becomes 3600, an explicit 0 stays.
 *
 * @param sent as the API server has read it, so that each member is of its type
 * @see kubernetes-tokens.md, section 1.2
 */
export function parseTokenRequest(sent: JsonObject): TokenRequest {
  const { metadata = {}, spec = {} } = sent as { readonly metadata?: TokenRequest["metadata"]; readonly spec?: SentSpec };
  const { audiences, expirationSeconds, boundObjectRef } = spec;
  return {
    metadata,
    audiences: audiences ?? [],
    expirationSeconds: expirationSeconds ?? DEFAULT_EXPIRATION_SECONDS,
    boundObjectRef: boundObjectRef ? { ...EMPTY, ...boundObjectRef } : null,
  };
}

interface SentSpec {
  readonly audiences?: readonly string[] | null;
  readonly expirationSeconds?: number | null;
  readonly boundObjectRef?: Partial<BoundObjectReference> | null;
}

const EMPTY: BoundObjectReference = { kind: "", apiVersion: "", name: "", uid: "" };
