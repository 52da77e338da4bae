/** Lines that keep within a width; colours take no room. */
import { displayWidth } from "./display-width.js";
import { wrapLine } from "./wrap-line.js";

/** `text` behind `indent` blanks, wrapped so that no line is wider than `width`; set in less where a word would be broken otherwise. */
export function indented(text: string, indent: number, width: number): readonly string[] {
  const blanks = Math.min(indent, Math.max(width - Math.max(longestPiece(text), 10), 0));
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, width - blanks).map((part, index) => `${" ".repeat(blanks)}${index === 0 ? part : part.trimStart()}`.trimEnd()));
}

/** `label`, and `text` in a column of its own behind it; below it where a word would not fit there. */
export function labelled(
  label: string,
  text: string,
  { indent, column, width }: { readonly indent: number; readonly column: number; readonly width: number },
): readonly string[] {
  const head = `${" ".repeat(indent)}${padTo(label, column - indent)}`;
  if (displayWidth(label) >= column - indent || !fits(text, column, width)) return indented(label === "" ? text : `${label} ${text}`, indent, width);
  const [first = "", ...rest] = indented(text, column, width);
  return [`${head}${first.slice(column)}`.trimEnd(), ...rest];
}

/** Whether a text can stand in a column without a word that is broken. */
function fits(text: string, column: number, width: number): boolean {
  return width >= column + 20 && longestPiece(text) <= width - column;
}

/** Lines are broken at blanks, colons and slashes. */
function longestPiece(text: string): number {
  return Math.max(0, ...text.split(/\s|(?<=[:/])/).map(displayWidth));
}

/** How far a title that needs a second line is set in on it. */
const HANGING = 4;

/** `left` and, at the right edge, `right`; on two lines when there is no room for both. */
export function leftAndRight(left: string, right: string, width: number): readonly string[] {
  const gap = width - displayWidth(left) - displayWidth(right);
  if (right === "") return indented(left, 0, width);
  if (gap >= 2) return [`${left}${" ".repeat(gap)}${right}`];
  const [first = "", ...rest] = indented(left, 0, width - HANGING);
  return [first, ...rest.map((line) => `${" ".repeat(HANGING)}${line}`), `${" ".repeat(Math.max(width - displayWidth(right), 0))}${right}`];
}

/** `text` filled up to `columns`. */
export function padTo(text: string, columns: number): string {
  return text + " ".repeat(Math.max(columns - displayWidth(text), 0));
}

/** `text` cut to `columns`, with an ellipsis in the middle, where ids and paths differ least. */
export function shortenMiddle(text: string, columns: number): string {
  const characters = [...text];
  if (characters.length <= columns) return text;
  const tail = Math.floor((columns - 1) / 2);
  return `${characters.slice(0, columns - 1 - tail).join("")}…${characters.slice(characters.length - tail).join("")}`;
}
