import stringWidth from "string-width";
import type { TerminalSize } from "./terminal-size.js";

/** A terminal that knows these shows all that stands between them at once; others pass them over. */
const BEGIN_UPDATE = "\u001B[?2026h";
const END_UPDATE = "\u001B[?2026l";
const RESET_STYLE = "\u001B[0m";
const ERASE_LINE = "\u001B[2K";
const ERASE_REST_OF_LINE = "\u001B[K";

/**
 * What to write so that a screen that shows `before` shows `after`: only rows that differ, and nothing is erased that is then written anew, so nothing flickers.
 *
 * @param before the rows on the screen; `null` when nobody knows what stands there
 * @param after the rows, from the top; those that are missing are empty
 */
export function paintFrame(before: readonly string[] | null, after: readonly string[], { columns, rows }: TerminalSize): string {
  const changed = Array.from({ length: rows }, (_, row) => row).filter((row) => before === null || (before[row] ?? "") !== (after[row] ?? ""));
  if (changed.length === 0) return "";
  return `${BEGIN_UPDATE}${changed.map((row) => paintRow(row, after[row] ?? "", columns)).join("")}${END_UPDATE}`;
}

/** What is behind a text is erased after it, but not behind the last cell: a terminal whose cursor waits there would erase that cell. A full row is erased first, in case it is not as full as it counts. */
function paintRow(row: number, text: string, columns: number): string {
  const isFull = stringWidth(text) >= columns;
  return `\u001B[${row + 1};1H${RESET_STYLE}${isFull ? ERASE_LINE : ""}${text}${RESET_STYLE}${isFull ? "" : ERASE_REST_OF_LINE}`;
}
