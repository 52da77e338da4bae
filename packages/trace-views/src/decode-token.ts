import type { JsonObject } from "@irsa-sim/core";
import { cleanTexts } from "./text/clean-texts.js";

/** A compact JWS, decoded and not verified; each text in it as one clean line. */
export interface DecodedToken {
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

/** Decodes a compact JWS; `null` when `text` is none. */
export function decodeToken(text: string): DecodedToken | null {
  const [, header, claims] = /^(eyJ[\w-]+)\.(eyJ[\w-]+)\.[\w-]*$/.exec(text.trim()) ?? [];
  return header === undefined || claims === undefined ? null : { header: decode(header), claims: decode(claims) };
}

function decode(segment: string): JsonObject {
  const bytes = Uint8Array.from(atob(segment.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  return cleanTexts(JSON.parse(new TextDecoder().decode(bytes)) as JsonObject);
}
