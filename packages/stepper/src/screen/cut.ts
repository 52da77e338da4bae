import sliceAnsi from "slice-ansi";
import stringWidth from "string-width";

/** A styled text cut to `columns`, with an ellipsis where something is missing. */
export function cut(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  return columns < 1 ? "" : `${sliceAnsi(text, 0, columns - 1)}…`;
}
