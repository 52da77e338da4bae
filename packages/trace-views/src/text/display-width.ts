import stringWidth from "string-width";

/** Characters that are one column wide each, of those that views write. */
const PLAIN = /^[\x20-\x7e…·─→←↑↓✔✘≠–×]*$/;

/** How many columns a text takes on a terminal; colours take none. Nearly all text needs no table of widths, and whole tokens are long. */
export function displayWidth(text: string): number {
  // U+2714 is one column wide unless a selector asks for the emoji; string-width takes it for one always.
  return PLAIN.test(text) ? text.length : stringWidth(text.replaceAll("✔", "v"));
}
