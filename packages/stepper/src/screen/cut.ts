import { displayWidth } from "@irsa-sim/trace-views";
import sliceAnsi from "slice-ansi";

/** A styled text cut to `columns`, with an ellipsis where something is missing. */
export function cut(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  return columns < 1 ? "" : `${sliceAnsi(text, 0, columns - 1)}…`;
}
