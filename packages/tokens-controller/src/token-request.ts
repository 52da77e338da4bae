/** A TokenRequest (authentication.k8s.io/v1) as the controller works on it. */
import type { JsonObject } from "@irsa-sim/core";
import { badRequest } from "./kubernetes-status.js";

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
  readonly metadata: { readonly name: string; readonly namespace: string; readonly uid: string };
  readonly audiences: readonly string[];
  readonly expirationSeconds: number;
  readonly boundObjectRef: BoundObjectReference | null;
}

const DEFAULT_EXPIRATION_SECONDS = 3600;

interface Sent {
  readonly metadata?: { readonly name?: string; readonly namespace?: string; readonly uid?: string };
  readonly spec?: {
    readonly audiences?: readonly string[] | null;
    readonly expirationSeconds?: number | null;
    readonly boundObjectRef?: { readonly kind?: string; readonly apiVersion?: string; readonly name?: string; readonly uid?: string } | null;
  };
}

/**
 * Reads a request body; a missing lifetime becomes 3600 while decoding, an explicit 0 stays.
 *
 * @throws {KubernetesStatus} 400 when the body is no JSON object
 * @see kubernetes-tokens.md, section 1.2
 */
export function parseTokenRequest(body: string): TokenRequest {
  const { metadata = {}, spec = {} } = parseObject(body) as Sent;
  const ref = spec.boundObjectRef ?? null;
  return {
    metadata: { name: metadata.name ?? "", namespace: metadata.namespace ?? "", uid: metadata.uid ?? "" },
    audiences: spec.audiences ?? [],
    expirationSeconds: spec.expirationSeconds ?? DEFAULT_EXPIRATION_SECONDS,
    boundObjectRef: ref === null ? null : { kind: ref.kind ?? "", apiVersion: ref.apiVersion ?? "", name: ref.name ?? "", uid: ref.uid ?? "" },
  };
}

function parseObject(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badRequest("the body of the request is not a JSON object");
}
