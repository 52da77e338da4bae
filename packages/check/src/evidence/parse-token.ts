import type { Evidence } from "../check-options.js";

const TOKEN = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

/**
 * Whose a token is and which issuer's; nothing else of it is kept.
 *
 * @param text as a container reads it; blanks around it do no harm
 * @returns `null` for a text that is no token
 */
export function parseToken(file: string, text: string): Evidence["token"] {
  const [, payload = null] = TOKEN.exec(text.trim()) ?? [];
  const claims = payload === null ? null : claimsIn(payload);
  if (claims === null) return null;
  const { iss, sub } = claims;
  return { file, issuer: typeof iss === "string" ? iss : null, subject: typeof sub === "string" ? sub : null };
}

function claimsIn(payload: string): Readonly<Record<string, unknown>> | null {
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === "object" && claims !== null ? (claims as Record<string, unknown>) : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof DOMException && error.name === "InvalidCharacterError")) return null;
    throw error;
  }
}
