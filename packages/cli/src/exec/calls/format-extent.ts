import { type EpochMillis, toRfc3339 } from "@irsa-sim/core";

/**
 * From when to when, as short as it can be said: the time of day, with the day where it is not the same.
 *
 * @example formatExtent(first, last) // => "09:00:01–09:04:11"
 */
export function formatExtent(first: EpochMillis, last: EpochMillis): string {
  const [from, to] = [partsOf(first), partsOf(last)];
  if (from.day !== to.day) return `${from.day} ${from.time}–${to.day} ${to.time}`;
  return from.time === to.time ? from.time : `${from.time}–${to.time}`;
}

function partsOf(instant: EpochMillis): { readonly day: string; readonly time: string } {
  const text = toRfc3339(instant);
  return { day: text.slice(5, 10), time: text.slice(11, 19) };
}
