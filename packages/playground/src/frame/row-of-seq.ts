import type { Row } from "@irsa-sim/trace-views";

/** The row in which an event of the trace is drawn or has just happened; -1 when it is behind the last. */
export function rowOfSeq(rows: readonly Row[], seq: number): number {
  const own = rows.findIndex(({ arrow, moment }) => (arrow ?? moment)?.seq === seq);
  return own === -1 ? rows.findIndex((row) => row.seq >= seq) : own;
}
