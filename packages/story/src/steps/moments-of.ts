import type { TraceEvent } from "@irsa-sim/core";
import type { Arrow } from "../arrow.js";
import type { Moment } from "../moment.js";

/** What happened, as moments: an exchange is its arrow, and spans, which only enclose others, are none. */
export function momentsOf(events: readonly TraceEvent[], arrows: readonly Arrow[]): readonly Moment[] {
  const bySeq = new Map(arrows.map((arrow) => [arrow.seq, arrow]));
  return events.flatMap((event): readonly Moment[] => {
    if (event.kind === "span") return [];
    const moment = event.kind === "exchange" ? bySeq.get(event.seq) : event;
    return moment === undefined ? [] : [moment];
  });
}
