/** Takes a token apart (RFC 7515, section 3.1; RFC 7519) for people: nothing is verified, and what is wrong is named with its place. */
import type { JsonObject } from "@irsa-sim/core";
import { decodeObject } from "./decode-object.js";
import { findStranger } from "./find-stranger.js";
import { TokenFormError } from "./token-form-error.js";

/** A token, taken apart and not believed. */
export interface ReadToken {
  /** The three parts, without the white space around them. */
  readonly compact: string;
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** Base64url; empty in an unsigned token. */
  readonly signature: string;
}

/**
 * Takes a token apart.
 *
 * @param text white space around it counts as the file's, and does not matter
 * @throws {TokenFormError} `ERR_TOKEN_FORM`
 */
export function readToken(text: string): ReadToken {
  const compact = text.trim();
  const parts = compact.split(".");
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || header === undefined || payload === undefined || signature === undefined) {
    const { actual, hint } = findStranger(compact);
    throw new TokenFormError({ part: "this is no token", expected: "a JWT: header.payload.signature, each in base64url", actual, hint });
  }
  const read = { header: decodeObject("header", header), claims: decodeObject("payload", payload) };
  const odd = /[^A-Za-z0-9_-]/u.exec(signature);
  if (odd !== null) throw new TokenFormError({ part: "the signature is not in base64url", expected: "A-Z, a-z, 0-9, - and _", actual: placeOf(odd) });
  return { compact, ...read, signature };
}

function placeOf({ 0: character, index }: RegExpExecArray): string {
  return `${JSON.stringify(character)} at character ${index + 1} of it`;
}
