/** A place in a text; both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Tells line and column of offsets (UTF-16 code units, from 0) in `text`; lines end with `\n`. */
export function createPositions(text: string): (offset: number) => Position {
  const starts = startsOfLines(text);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

/** Where each line begins. */
export function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}
