/**
 * What acts instead of being seen: C0 and C1 controls (escape sequences, carriage returns), line and paragraph separators, format characters (bidirectional
 * marks and isolates, zero-width ones), lone surrogates, and the two noncharacters that XML cannot hold.
 */
const ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{FFFE}\u{FFFF}]/gu;

/** Most texts are printable ASCII, in which nothing acts; to see that costs a fraction of the search. */
const BEYOND_ASCII = /[^\x20-\x7e]/;

/**
 * A text as one line in which nothing acts on a terminal, a log or a parser: each such character is written as its escape, so that nothing is lost silently.
 *
 * @example cleanLine("a\nb") // => "a\\u000ab"
 */
export function cleanLine(text: string): string {
  return BEYOND_ASCII.test(text) ? text.replaceAll(ACTING, escaped) : text;
}

/** As JSON writes it, in UTF-16: so a cleaned JSON text is still the same JSON. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
}
