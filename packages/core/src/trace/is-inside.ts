import { findEvent } from "./find-event.js";
import type { TraceEvent } from "./trace-event.js";

/** Whether `event` happened within the span or exchange `ancestor`, at any depth; an event is not inside itself. */
export function isInside(events: readonly TraceEvent[], event: TraceEvent, ancestor: TraceEvent): boolean {
  for (let parent = event.parent; parent !== null; parent = findEvent(events, parent)?.parent ?? null) {
    if (parent === ancestor.seq) return true;
  }
  return false;
}
