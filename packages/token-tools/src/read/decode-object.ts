import type { Json, JsonObject } from "@irsa-sim/core";
import { TokenFormError } from "./token-form-error.js";

/**
 * Decodes a token's header or payload.
 *
 * @throws {TokenFormError} for what is no base64url, no UTF-8, no JSON or no object
 */
export function decodeObject(part: "header" | "payload", text: string): JsonObject {
  const value = parse(part, decodeText(part, text));
  if (isDeep(value)) throw new TokenFormError({ part: `the ${part} is nested too deep`, expected: `at most ${MAX_DEPTH} levels`, actual: "more" });
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new TokenFormError({ part: `the ${part} is no JSON object`, expected: "an object, such as {…}", actual: nameOf(value) });
}

/** More than any issuer writes, and few enough for all that walk through it. */
const MAX_DEPTH = 100;

function isDeep(value: Json): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1)
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  return level.length > 0;
}

function nameOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}

/** Strict, as RFC 7515 section 2 has it: no padding, no white space; four characters never leave one over. */
function decodeText(part: string, text: string): string {
  const fault = `the ${part} is not in base64url`;
  const expected = "A-Z, a-z, 0-9, - and _";
  if (text === "") throw new TokenFormError({ part: `the ${part} is empty`, expected: "a JSON object in base64url", actual: "nothing" });
  const odd = /[^A-Za-z0-9_-]/u.exec(text);
  if (odd !== null) {
    const isPlainBase64 = /^[A-Za-z0-9+/]+=*$/.test(text);
    const hint = isPlainBase64 ? "it is in ordinary base64: a JWT has - for +, _ for / and no = at the end" : null;
    throw new TokenFormError({ part: fault, expected, actual: `${JSON.stringify(odd[0])} at character ${odd.index + 1} of it`, hint });
  }
  if (text.length % 4 === 1)
    throw new TokenFormError({ part: fault, expected: "a length that base64url can have", actual: `${text.length} characters: one is lost` });
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TokenFormError({ part: `the ${part} is no text`, expected: "UTF-8", actual: `${bytes.length} bytes that are none` });
  }
}

function parse(part: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const start = [...text].slice(0, 20).join("");
    throw new TokenFormError({
      part: `the ${part} is no JSON`,
      expected: "a JSON object",
      actual: `${JSON.stringify(start)}${start.length < text.length ? "…" : ""}`,
    });
  }
}
