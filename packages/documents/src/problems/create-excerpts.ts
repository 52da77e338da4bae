import { startsOfLines } from "../parse/positions.js";

const MAX_COLUMNS = 100;

/** Shows lines of `text`, each with a caret under a column; line and column from 1. Lines are looked for once. */
export function createExcerpts(text: string): (line: number, column: number) => string {
  let starts: readonly number[] | null = null;
  return (line, column) => {
    starts ??= startsOfLines(text);
    const [start, next = text.length + 1] = starts.slice(line - 1, line + 1);
    if (start === undefined) return "";
    const from = Math.max(0, column - 1 - MAX_COLUMNS / 2);
    const shown = text.slice(start + from, Math.min(next - 1, start + from + MAX_COLUMNS)).replaceAll(/\p{Cc}/gu, " ");
    return shown.trim() === "" ? "" : `  | ${shown.trimEnd()}\n  | ${" ".repeat(column - 1 - from)}^`;
  };
}
