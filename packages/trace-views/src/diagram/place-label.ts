import type { Layout } from "./lay-out.js";
import type { Row } from "./row.js";

/** Of a letter at the label's size, on average, in pixels. */
const LETTER = 6.1;
const MARGIN = 8;
/** How much of a label is shown, at most. */
const MAX_LETTERS = 44;

/** Where a row's label stands, so that it stays within the picture: over its arrow's middle, or beside the work's mark. */
export function placeLabel(row: Row, layout: Layout): { readonly x: number; readonly anchor: "start" | "middle" | "end"; readonly text: string } {
  const text = row.label.length > MAX_LETTERS ? `${row.label.slice(0, MAX_LETTERS - 1)}…` : row.label;
  const width = text.length * LETTER;
  const from = layout.xOf(row.from);
  if (row.kind === "work") {
    return from + 12 + width < layout.width - MARGIN ? { x: from + 12, anchor: "start", text } : { x: from - 12, anchor: "end", text };
  }
  const middle = (from + layout.xOf(row.to)) / 2;
  const x = Math.min(Math.max(middle, MARGIN + 20 + width / 2), layout.width - MARGIN - width / 2);
  return { x, anchor: "middle", text };
}
