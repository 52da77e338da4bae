import type { TraceEvent } from "../trace-event.js";
import type { TraceSink } from "../trace-sink.js";

/** Creates a sink that keeps everything: what a run is told from. */
export function createFullSink(): TraceSink {
  const events: TraceEvent[] = [];
  return {
    events,
    record: (event) => {
      events.push(event);
    },
    end: () => {},
  };
}
