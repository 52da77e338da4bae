/** Where brackets open and close in a text, in as little memory as a text of tens of millions of characters asks for. */
export interface Extents {
  /** Brackets open in the order in which they stand in the text. */
  open(offset: number): void;
  /** Closes the one that was opened last and is not closed. */
  close(end: number): void;
  /** Where the bracket that opens at an offset is closed; 0 for one that never is. */
  endOf(offset: number): number;
}

/** Creates an empty collection. */
export function createExtents(): Extents {
  let starts = new Uint32Array(64);
  let ends = new Uint32Array(64);
  let count = 0;
  const unclosed: number[] = [];
  return {
    open(offset) {
      if (count === starts.length) {
        starts = doubled(starts);
        ends = doubled(ends);
      }
      unclosed.push(count);
      starts[count] = offset;
      count += 1;
    },
    close(end) {
      const index = unclosed.pop();
      if (index !== undefined) ends[index] = end;
    },
    endOf(offset) {
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((starts[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return starts[low] === offset ? (ends[low] ?? 0) : 0;
    },
  };
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
