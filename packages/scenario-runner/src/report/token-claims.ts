import type { JsonObject } from "@irsa-sim/core";

/** The payload of a compact JWT; `null` for a text that is none. */
export function claimsIn(token: string): JsonObject | null {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token.trim()) ?? [];
  return payload === undefined ? null : (JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as JsonObject);
}
