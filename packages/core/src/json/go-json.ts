/**
 * Text as Go's JSON encoder writes it: like `JSON.stringify`, but `<`, `>`, `&`, U+2028 and U+2029 are escaped, and lone surrogates become U+FFFD.
 *
 * @see webhook.md, section 8
 */
export function goString(text: string): string {
  return escaped(JSON.stringify(text.replaceAll(/\p{Surrogate}/gu, "\ufffd")));
}

/**
 * A value as Go's JSON encoder writes it, with the members in their own order.
 *
 * @example
 * goJson({ a: "<" }); // {"a":"\u003c"}
 */
export function goJson(value: object): string {
  const text = JSON.stringify(value);
  return escaped(LONE_SURROGATE.test(text) ? JSON.stringify(value, wellFormed) : text);
}

/** As `JSON.stringify` writes one. */
const LONE_SURROGATE = /\\ud[89a-f][0-9a-f]{2}/;

function wellFormed(_: string, member: unknown): unknown {
  return typeof member === "string" ? member.replaceAll(/\p{Surrogate}/gu, "\ufffd") : member;
}

function escaped(json: string): string {
  return json.replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
