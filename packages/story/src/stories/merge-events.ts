import type { TraceEvent } from "@irsa-sim/core";

/** Events of several stories as one list in order; each list is in order already. */
export function mergeEvents(lists: readonly (readonly TraceEvent[])[]): readonly TraceEvent[] {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length < 2 ? (filled[0] ?? []) : filled.flat().sort((a, b) => a.seq - b.seq);
}
