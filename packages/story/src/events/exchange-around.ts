import { type ExchangeEvent, findEvent, type TraceEvent } from "@irsa-sim/core";

/** The innermost exchange during which an event happened; `null` for none. */
export function exchangeAround({ parent }: TraceEvent, events: readonly TraceEvent[]): ExchangeEvent | null {
  const outer = parent === null ? null : findEvent(events, parent);
  return outer === null || outer.kind === "exchange" ? outer : exchangeAround(outer, events);
}
