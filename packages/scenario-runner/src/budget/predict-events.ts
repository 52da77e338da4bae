import type { EpochMillis } from "@irsa-sim/core";

/** How many events there were by an instant. */
export interface EventCount {
  readonly at: EpochMillis;
  readonly events: number;
}

/** With fewer there is too little to tell a rate from. */
const MIN_EVENTS = 1000;

/**
 * How many events there will be at the end, if all goes on as it did between two counts; `null` when too little happened in between to say.
 *
 * @example predictEvents({ at: 0, events: 0 }, { at: 1000, events: 2000 }, 5000) // 10000
 */
export function predictEvents(from: EventCount, to: EventCount, endAt: EpochMillis): number | null {
  const events = to.events - from.events;
  if (events < MIN_EVENTS || to.at <= from.at) return null;
  return Math.round(to.events + (events / (to.at - from.at)) * (endAt - to.at));
}
