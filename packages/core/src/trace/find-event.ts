import type { TraceEvent } from "./trace-event.js";

/** The event with a number among `events`, which are in order but need not be all; `null` when it is not there. */
export function findEvent(events: readonly TraceEvent[], seq: number): TraceEvent | null {
  // In a whole trace an event stands at its number.
  if (events[seq]?.seq === seq) return events[seq];
  let [from, to] = [0, events.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const event = events[middle] as TraceEvent;
    if (event.seq === seq) return event;
    if (event.seq < seq) from = middle + 1;
    else to = middle;
  }
  return null;
}
