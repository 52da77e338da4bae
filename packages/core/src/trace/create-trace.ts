import type { Clock } from "../time/clock.js";
import { createQuietSpan } from "./create-quiet-span.js";
import { createSpan, type Recorder } from "./create-span.js";
import type { LocateSource } from "./locate-source.js";
import { createFullSink } from "./sinks/create-full-sink.js";
import type { Trace, TraceListener } from "./trace.js";
import type { TraceSink } from "./trace-sink.js";

/** What a trace may be made from besides its clock. */
export interface TraceOptions {
  /** Turns an actor's reference to a stored document into the file, line and column where a person wrote it. */
  readonly locate?: LocateSource;
  /** Where the events go; one that keeps all of them when absent. */
  readonly sink?: TraceSink;
}

/**
 * Creates an empty trace whose events carry `clock`'s time.
 *
 * @example
 * const trace = createTrace(clock);
 * const span = trace.root.enter("Validate the token", { step: 7, actor: "sts" });
 * span.note("sts.jwks-fetched", { keys: 1 });
 */
export function createTrace(clock: Clock, { locate = () => null, sink = createFullSink() }: TraceOptions = {}): Trace {
  const listeners = new Set<TraceListener>();
  let recorded = 0;
  const recorder: Recorder = {
    clock,
    locate,
    recorded: () => recorded,
    record(event) {
      recorded += 1;
      sink.record(event);
      for (const listen of listeners) listen(event, "recorded");
    },
    end(exchange) {
      sink.end(exchange);
      for (const listen of listeners) listen(exchange, "ended");
    },
  };
  const place = { seq: null, step: null, actor: "simulator" } as const;
  return {
    get events() {
      return sink.events;
    },
    get recorded() {
      return recorded;
    },
    root: createSpan(recorder, place),
    quiet: createQuietSpan(place),
    onEvent(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
