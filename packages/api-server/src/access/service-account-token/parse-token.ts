/** A token before anything of it is verified, as the authenticator's library reads it. */
import { DecodingError, foldName, type GoValue, parseGoJson } from "@irsa-sim/kubernetes-types";
import { isPublicKey } from "./is-public-key.js";

/** Members of a header that are texts. */
const TEXTS = ["alg", "kid", "nonce"];

/**
 * The claims' text of a token that one of the issuers may have made.
 *
 * @returns `null` for what is no token of these issuers, or no signed token at all, which is then left to other authenticators
 * @see kubernetes-tokens.md, section 4, point 1
 */
export function parseToken(token: string, issuers: readonly string[]): string | null {
  const parts = token.split(".");
  const [header = null, claims = null, signature = null] = parts.map(decodePart);
  if (parts.length !== 3 || header === null || claims === null || signature === null) return null;
  const issuer = issuerOf(parsed(claims));
  return issuer !== null && issuers.includes(issuer) && isHeader(parsed(header)) ? claims : null;
}

/** Whether a member stands twice in an object, which this library does not take; its name, or `null`. */
export function findDuplicateKey(value: GoValue): string | null {
  const names = value.kind === "object" ? value.members.map(([name]) => name) : [];
  return names.find((name, index) => names.indexOf(name) !== index) ?? null;
}

function isHeader(header: GoValue | null): boolean {
  if (header?.kind !== "object" || findDuplicateKey(header) !== null) return false;
  return header.members.every(([name, value]) => {
    if (value.kind === "null") return true;
    if (name === "jwk") return isPublicKey(value);
    return TEXTS.includes(name) ? value.kind === "string" : true;
  });
}

/** By Go's standard decoder, to which letters' case does not matter and the last member counts. */
function issuerOf(claims: GoValue | null): string | null {
  if (claims?.kind === "null") return "";
  if (claims?.kind !== "object") return null;
  const found = claims.members.filter(([name, { kind }]) => foldName(name) === "iss" && kind !== "null").map(([, value]) => value);
  if (found.some(({ kind }) => kind !== "string")) return null;
  const last = found.at(-1);
  return last?.kind === "string" ? last.value : "";
}

function parsed(text: string): GoValue | null {
  try {
    return parseGoJson(text);
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    return null;
  }
}

/** Base64url without padding, in which line ends count for nothing. */
function decodePart(part: string): string | null {
  const plain = part.replaceAll(/[\r\n]/g, "");
  if (!/^[\w-]*$/.test(plain) || plain.length % 4 === 1) return null;
  const bytes = Uint8Array.from(atob(plain.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
