import wrapAnsi from "wrap-ansi";

/** Characters that are one column wide each, of those that views write. */
const PLAIN = /^[\x20-\x7e…·─→]*$/;

/** One line in parts that are at most `columns` wide; words stay whole where they fit. */
export function wrapLine(line: string, columns: number): readonly string[] {
  return PLAIN.test(line) ? wrapPlain(line, columns) : wrapAnsi(line, columns, { hard: true, trim: false }).split("\n");
}

/**
 * The same for text in which every character is one column wide, which nearly all is: whole tokens wrap a hundred times faster.
 */
function wrapPlain(line: string, columns: number): readonly string[] {
  if (line.length <= columns) return [line];
  const rows: string[] = [];
  let row = "";
  const next = (): void => {
    rows.push(row);
    row = "";
  };
  for (const [index, word] of line.split(" ").entries()) {
    if (index > 0) {
      if (row.length >= columns) next();
      row += " ";
    }
    if (word.length > columns) {
      // A long word begins on this row unless that would make one row more.
      const breaksFromHere = 1 + Math.floor((word.length - (columns - row.length) - 1) / columns);
      if (Math.floor((word.length - 1) / columns) < breaksFromHere) next();
      for (let rest = word; rest !== ""; ) {
        const part = rest.slice(0, columns - row.length);
        row += part;
        rest = rest.slice(part.length);
        if (rest !== "") next();
      }
      continue;
    }
    if (row.length + word.length > columns && row.length > 0 && word.length > 0) next();
    row += word;
  }
  return [...rows, row];
}
