/** The two public documents, byte for byte as the flavour serves them. */
import type { Flavour } from "./flavours/flavour.js";
import type { SigningKey } from "./keys/signing-key.js";

/** A document to serve. */
export interface PublicDocument {
  readonly contentType: string;
  readonly body: string;
}

/** What the documents are made from. */
export interface DocumentsInput {
  /** As the discovery document says it. */
  readonly issuer: string;
  readonly jwksUri: string;
  readonly keys: readonly SigningKey[];
}

/** Renders both, by their paths under the issuer or the server. */
export function renderDocuments(flavour: Flavour, { issuer, jwksUri, keys }: DocumentsInput): ReadonlyMap<string, PublicDocument> {
  const algorithms = [...new Set(keys.map(({ algorithm }) => algorithm))].sort();
  return new Map([
    ["/.well-known/openid-configuration", { contentType: "application/json", body: JSON.stringify(flavour.discovery({ issuer, jwksUri, algorithms })) }],
    [flavour.keysPath, { contentType: flavour.keysContentType, body: JSON.stringify({ keys: keys.map((key) => flavour.jwk(key)) }) }],
  ]);
}
