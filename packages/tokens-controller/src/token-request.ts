/** A TokenRequest (authentication.k8s.io/v1) as the controller works on it. */
import type { JsonObject } from "@irsa-sim/core";
import { decodeInteger, decodeObject, decodeText, decodeTexts } from "./decode-field.js";
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

/**
 * Reads a request body; a missing lifetime becomes 3600 while decoding, an explicit 0 stays.
 *
 * @throws {KubernetesStatus} 400 when the body is no JSON object, or a member has the wrong type
 * @see kubernetes-tokens.md, section 1.2
 */
export function parseTokenRequest(body: string): TokenRequest {
  const sent = parseObject(body);
  const metadata = decodeObject(sent, { name: "metadata", path: "TokenRequest.metadata", type: "v1.ObjectMeta" }) ?? {};
  const spec = decodeObject(sent, { name: "spec", path: "TokenRequest.spec", type: "v1.TokenRequestSpec" }) ?? {};
  return {
    metadata: {
      name: decodeText(metadata, { name: "name", path: "ObjectMeta.metadata.name" }),
      namespace: decodeText(metadata, { name: "namespace", path: "ObjectMeta.metadata.namespace" }),
      uid: decodeText(metadata, { name: "uid", path: "ObjectMeta.metadata.uid", type: "types.UID" }),
    },
    audiences: decodeTexts(spec, { name: "audiences", path: "TokenRequestSpec.spec.audiences" }),
    expirationSeconds: decodeInteger(spec, { name: "expirationSeconds", path: "TokenRequestSpec.spec.expirationSeconds" }) ?? DEFAULT_EXPIRATION_SECONDS,
    boundObjectRef: parseReference(spec),
  };
}

function parseReference(spec: JsonObject): BoundObjectReference | null {
  const path = "spec.boundObjectRef";
  const ref = decodeObject(spec, { name: "boundObjectRef", path: `TokenRequestSpec.${path}`, type: "v1.BoundObjectReference" });
  if (ref === null) return null;
  const text = (name: string): string => decodeText(ref, { name, path: `BoundObjectReference.${path}.${name}` });
  const uid = decodeText(ref, { name: "uid", path: `BoundObjectReference.${path}.uid`, type: "types.UID" });
  return { kind: text("kind"), apiVersion: text("apiVersion"), name: text("name"), uid };
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
