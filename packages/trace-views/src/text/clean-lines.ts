import { cleanLine } from "./clean-line.js";

/** The same for a text of several lines, such as a message's body or JSON: its line breaks stay. */
export function cleanLines(text: string): string {
  return text.split("\n").map(cleanLine).join("\n");
}
