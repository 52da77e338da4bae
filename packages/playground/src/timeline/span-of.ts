import type { LifeLine } from "@irsa-sim/story";
import type { Row } from "@irsa-sim/trace-views";

/** A stretch of time, in milliseconds since the epoch. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const HOUR_MS = 3_600_000;

/** From the first thing that happens to the last, or to the end of the last life where that is later; an hour at least. */
export function spanOf(rows: readonly Pick<Row, "at">[], lives: readonly Pick<LifeLine, "issuedAt" | "expiresAt">[]): TimeSpan {
  const starts = [...rows.map(({ at }) => at), ...lives.map(({ issuedAt }) => issuedAt)];
  const from = starts.reduce((least, at) => Math.min(least, at), starts[0] ?? 0);
  const last = rows.reduce((most, { at }) => Math.max(most, at), from);
  const lifeEnds = lives.reduce((most, { expiresAt }) => Math.max(most, expiresAt ?? from), from);
  return { from, to: Math.max(last, lifeEnds, from + HOUR_MS) };
}
