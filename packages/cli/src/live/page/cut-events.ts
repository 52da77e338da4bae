import type { TraceEvent } from "@irsa-sim/core";

/**
 * A part of a trace: its beginning and what came last, in which no event stands without those around it.
 *
 * @param events in the order of `seq`
 * @param max how many at most
 */
export function cutEvents(events: readonly TraceEvent[], max: number): readonly TraceEvent[] {
  if (events.length <= max) return events;
  const half = Math.floor(max / 2);
  const seqs = new Set<number>();
  const isWhole = ({ seq, parent }: TraceEvent): boolean => (parent === null || seqs.has(parent)) && seqs.add(seq).size > 0;
  return [...events.slice(0, max - half), ...events.slice(-half)].filter(isWhole);
}
