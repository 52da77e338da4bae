import type { RunReport, TraceEvent } from "@irsa-sim/core";
import { eventFromJson } from "@irsa-sim/trace-views";
import type { ReportChange } from "./report-change.js";

/**
 * The run as it is after a change; it has no more events than whoever told the change keeps.
 *
 * @param before `null` where nothing was told yet
 * @returns `null` where a change is told of what is not known
 */
export function applyReportChange(before: RunReport | null, { isWhole, report, events, kept }: ReportChange): RunReport | null {
  if (isWhole) return { ...(report as RunReport), events: events.map(eventFromJson) };
  if (before === null) return null;
  const bySeq = new Map<number, TraceEvent>(before.events.map((event) => [event.seq, event]));
  for (const event of events) bySeq.set(event.seq, eventFromJson(event));
  return { ...before, ...report, events: keptOf([...bySeq.values()], kept) };
}

/** Both are in order, so one walk finds them. */
function keptOf(events: readonly TraceEvent[], kept: ReportChange["kept"]): readonly TraceEvent[] {
  const sorted = [...events].sort((one, other) => one.seq - other.seq);
  let at = 0;
  return sorted.filter(({ seq }) => {
    while (at < kept.length && (kept[at]?.[1] ?? 0) < seq) at += 1;
    return at < kept.length && (kept[at]?.[0] ?? 0) <= seq;
  });
}
