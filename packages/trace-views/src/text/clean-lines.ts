import { cleanLine } from "./clean-line.js";

/** A text of many megabytes in which nothing acts is not taken apart: the JSON of a fleet has more than a million lines. */
const BEYOND_ASCII_LINES = /[^\x20-\x7e\n]/;

/** The same for a text of several lines, such as a message's body or JSON: its line breaks stay. */
export function cleanLines(text: string): string {
  return BEYOND_ASCII_LINES.test(text) ? text.split("\n").map(cleanLine).join("\n") : text;
}
