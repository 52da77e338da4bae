import type { TraceEvent } from "../trace-event.js";
import type { TraceSink } from "../trace-sink.js";
import { createWindowSink } from "./create-window-sink.js";

/**
 * Creates a sink that keeps the beginning and the latest events: what a long run is told from, since it shows how all came to be, and how it ended.
 *
 * @param maxEvents half of them for each end; for the latest as a window counts them
 */
export function createEndsSink(maxEvents: number): TraceSink {
  const beginning: TraceEvent[] = [];
  const size = Math.ceil(maxEvents / 2);
  const latest = createWindowSink(maxEvents - size);
  return {
    get events() {
      return [...beginning, ...latest.events];
    },
    record(event) {
      if (event.seq < size) beginning.push(event);
      else latest.record(event);
    },
    end(exchange) {
      if (exchange.seq >= size) latest.end(exchange);
    },
  };
}
