import { type ExchangeEvent, findEvent, type TraceEvent } from "@irsa-sim/core";

/** How the span begins in which a request from outside is answered. */
export const CLIENT_CALLS = "A client calls";

/** Whether an exchange is a request that came over a socket from somebody who is no actor of the world. */
export function isClientCall({ parent }: ExchangeEvent, events: readonly TraceEvent[]): boolean {
  const span = parent === null ? null : findEvent(events, parent);
  return span?.kind === "span" && span.parent === null && span.name.startsWith(CLIENT_CALLS);
}
