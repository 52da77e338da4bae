import type { Pattern, PatternCharacter } from "./pattern.js";

/**
 * Whether the whole of `text` fits: `*` stands for any run of characters, `/` and `:` included, `?` for exactly one; case counts.
 *
 * @example matchPattern(parsePattern("s3:Get*"), "s3:GetObject") // => true
 */
export function matchPattern(pattern: Pattern, text: string): boolean {
  const characters = Array.from(text);
  let at = 0;
  let next = 0;
  let star: { readonly next: number; at: number } | null = null;
  while (at < characters.length) {
    const expected = pattern[next];
    if (isStar(expected)) {
      star = { next: next + 1, at };
      next += 1;
    } else if (fits(expected, characters[at])) {
      at += 1;
      next += 1;
    } else if (star !== null) {
      // Let the last star take one character more, and try again behind it.
      star.at += 1;
      at = star.at;
      next = star.next;
    } else return false;
  }
  return pattern.slice(next).every(isStar);
}

function isStar(expected: PatternCharacter | undefined): boolean {
  return expected?.wildcard === true && expected.character === "*";
}

function fits(expected: PatternCharacter | undefined, actual: string | undefined): boolean {
  return expected !== undefined && (expected.wildcard ? expected.character === "?" : expected.character === actual);
}
