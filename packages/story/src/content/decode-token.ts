import type { JsonObject } from "@irsa-sim/core";
import type { TokenContent } from "./content.js";
import { textFromBase64 } from "./from-base64.js";
import { readJson } from "./read-json.js";

const COMPACT = /^(eyJ[\w-]+)\.(eyJ[\w-]+)\.([\w-]*)$/;
/** Of a signature, at each end. */
const SHOWN = 6;

/** Decodes a JWT in compact form (RFC 7519) without verifying it; `null` when `text` is none. */
export function decodeToken(text: string): TokenContent | null {
  const [, header, claims, signature = ""] = COMPACT.exec(text.trim()) ?? [];
  const decoded = { header: decode(header), claims: decode(claims) };
  if (decoded.header === null || decoded.claims === null) return null;
  return { kind: "token", text: text.trim(), header: decoded.header, claims: decoded.claims, signature: shortened(signature) };
}

function decode(segment: string | undefined): JsonObject | null {
  const text = segment === undefined ? null : textFromBase64(segment);
  const value = text === null ? null : readJson(text);
  return value === null || Array.isArray(value) ? null : (value as JsonObject);
}

function shortened(signature: string): string {
  return signature.length <= 4 * SHOWN ? "…" : `${signature.slice(0, SHOWN)}…${signature.slice(-SHOWN)}`;
}
