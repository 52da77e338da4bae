import type { ExchangeEvent, TraceEvent } from "./trace-event.js";

/** Where a trace's events go. What a sink does not keep is gone; the numbers in `seq` go on all the same. */
export interface TraceSink {
  /** What is kept, in the order of `seq`. */
  readonly events: readonly TraceEvent[];
  /** Takes an event; an exchange comes before it has ended. */
  record(event: TraceEvent): void;
  /** Learns that an exchange, taken before, has ended. */
  end(exchange: ExchangeEvent): void;
}
