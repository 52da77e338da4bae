import type { EpochMillis } from "@irsa-sim/core";
import type { Story } from "../story.js";
import type { Cursor } from "./cursor.js";

/** `seq` of the last event of a story that a cursor takes in; -1 when it takes in none. A step takes in all up to the last event of its first pass. */
export function seqAt(story: Story, cursor: Cursor): number {
  if ("seq" in cursor) return lastUpTo(story, ({ seq }) => seq <= cursor.seq);
  if ("at" in cursor) return lastUpTo(story, ({ at }) => at <= cursor.at);
  const { events } = story;
  const first = events.findIndex(({ step }) => step === cursor.step);
  if (first === -1) return seqBefore(story, cursor.step);
  // A pass ends where the flow goes back to an earlier step.
  const back = events.findIndex(({ step }, index) => index > first && step !== null && step < cursor.step);
  return events.findLast(({ step }, index) => step === cursor.step && (back === -1 || index < back))?.seq ?? -1;
}

/** Events are in order, of their numbers and of their times. */
function lastUpTo({ events }: Story, isIn: (event: { readonly seq: number; readonly at: EpochMillis }) => boolean): number {
  let [from, to] = [0, events.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const event = events[middle];
    if (event !== undefined && isIn(event)) from = middle + 1;
    else to = middle;
  }
  return events[from - 1]?.seq ?? -1;
}

/** Of a step in which nothing happened: where the steps before it end. */
function seqBefore(story: Story, step: number): number {
  return story.events.findLast((event) => event.step !== null && event.step < step)?.seq ?? -1;
}
