import stringWidth from "string-width";

/** Characters that are one column wide each, of those that views write. */
const PLAIN = /^[\x20-\x7e…·─→←↑↓✔✘≠–×]*$/;

/**
 * Characters that terminals show as text unless a selector (U+FE0F) asks for the emoji, such as ✔ and ⚠: one column (their East Asian Width is neutral or
 * ambiguous, and wcwidth says 1), where string-width 7 counts two.
 */
const TEXT_BY_DEFAULT = /(?=\p{Emoji})(?!\p{Emoji_Presentation})[^\x20-\x7e](?!\uFE0F)/gu;

/** How many columns a text takes on a terminal; colours take none. Nearly all text needs no table of widths, and whole tokens are long. */
export function displayWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text.replaceAll(TEXT_BY_DEFAULT, "v"));
}
