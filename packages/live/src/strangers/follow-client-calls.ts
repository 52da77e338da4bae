import type { ExchangeEvent, Trace, TraceEvent } from "@irsa-sim/core";

/** How the span begins in which a request from outside is answered. */
export const CLIENT_CALLS = "A client calls";

/** Told of a request that came over a socket from somebody who is no actor of the world, when it was answered. */
export type ClientCallListener = (exchange: ExchangeEvent, story: readonly TraceEvent[]) => void;

/** Each has an exchange that ends; more at once than there can be connections are none. */
const MAX_OPEN_CALLS = 10_000;

/**
 * Follows the calls of clients from now on, each with what was recorded while it was answered, in order. It keeps that by itself: to look a call up in the trace
 * would cost more with each event that the trace keeps.
 *
 * @returns what ends it
 * @example followClientCalls(trace, (exchange, story) => console.log(exchange.name, story.length));
 */
export function followClientCalls(trace: Trace, listener: ClientCallListener): () => void {
  const storyOf = new Map<number, TraceEvent[]>();
  const begun = new Set<TraceEvent[]>();
  const forget = (story: TraceEvent[]): void => {
    begun.delete(story);
    for (const { seq } of story) storyOf.delete(seq);
  };
  return trace.onEvent((event, moment) => {
    if (moment === "ended") {
      const story = event.parent === null ? undefined : storyOf.get(event.parent);
      if (story === undefined || event.kind !== "exchange" || story[0]?.seq !== event.parent) return;
      forget(story);
      return listener(event, story);
    }
    const isBeginning = event.parent === null && event.kind === "span" && event.name.startsWith(CLIENT_CALLS);
    const story = isBeginning ? [] : storyOf.get(event.parent ?? Number.NaN);
    if (story === undefined) return;
    story.push(event);
    storyOf.set(event.seq, story);
    begun.add(story);
    const [oldest] = begun;
    if (begun.size > MAX_OPEN_CALLS && oldest !== undefined) forget(oldest);
  });
}
