import { goJson, type JsonObject } from "@irsa-sim/core";

/** A token's header or payload with other content, in base64url as before. */
export function changePart(part: string, change: (content: JsonObject) => JsonObject): string {
  const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  const content = JSON.parse(new TextDecoder().decode(bytes)) as JsonObject;
  const changed = new TextEncoder().encode(goJson(change(content)));
  return btoa(String.fromCharCode(...changed))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
