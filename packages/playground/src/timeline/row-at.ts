import type { Row } from "@irsa-sim/trace-views";

/** The last row that has happened by then; the first when none has. */
export function rowAt(rows: readonly Pick<Row, "at">[], at: number): number {
  return Math.max(
    0,
    rows.findLastIndex((row) => row.at <= at),
  );
}
