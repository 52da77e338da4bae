const SHORT: Readonly<Record<string, string>> = {
  "\u0007": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
  '"': '\\"',
};
/** What Go does not show as it is: all but letters, marks, numbers, punctuation, symbols and the blank of ASCII. */
const NOT_SHOWN = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|["\\]/gu;

/**
 * A text in quotes, as Go's `%q` writes it.
 *
 * @example
 * goQuoted("a\u0001"); // "a\x01", with its quotes
 * @see https://pkg.go.dev/strconv#Quote
 */
export function goQuoted(text: string): string {
  return `"${text.replaceAll(NOT_SHOWN, escaped)}"`;
}

function escaped(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
}
