import { displayWidth } from "./display-width.js";

/** A text cut to `columns`, at a blank where there is one near, with an ellipsis at the end. */
export function oneLine(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let cut = "";
  for (const character of text) {
    if (displayWidth(cut + character) > columns - 1) break;
    cut += character;
  }
  const blank = cut.lastIndexOf(" ");
  return `${(blank > columns / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}
