/**
 * Text as Go's JSON encoder writes it: like `JSON.stringify`, but `<`, `>`, `&`, U+2028 and U+2029 are escaped, and lone surrogates become U+FFFD.
 *
 * @see webhook.md, section 8
 */
export function goString(text: string): string {
  return JSON.stringify(text.replaceAll(/\p{Surrogate}/gu, "\ufffd")).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** An object from its members' encoded values, in the order given. */
export function goObject(members: readonly (readonly [key: string, encoded: string])[]): string {
  return `{${members.map(([key, encoded]) => `${goString(key)}:${encoded}`).join(",")}}`;
}

/** A list from its encoded items. */
export function goArray(items: readonly string[]): string {
  return `[${items.join(",")}]`;
}
