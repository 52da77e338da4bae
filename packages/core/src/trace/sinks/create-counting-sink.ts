import type { TraceEvent } from "../trace-event.js";
import type { TraceSink } from "../trace-sink.js";

/** How many events there were of each sort. */
export interface EventCounts {
  readonly byKind: ReadonlyMap<TraceEvent["kind"], number>;
  /** `null` for events outside all steps. */
  readonly byStep: ReadonlyMap<TraceEvent["step"], number>;
  readonly byActor: ReadonlyMap<TraceEvent["actor"], number>;
  /** Requests by the name of their operation. */
  readonly byExchange: ReadonlyMap<string, number>;
}

/** A sink that counts. */
export interface CountingSink extends TraceSink {
  readonly counts: EventCounts;
}

/** Creates a sink that keeps numbers and no event: what a fleet is summed up from. */
export function createCountingSink(): CountingSink {
  const byKind = new Map<TraceEvent["kind"], number>();
  const byStep = new Map<TraceEvent["step"], number>();
  const byActor = new Map<TraceEvent["actor"], number>();
  const byExchange = new Map<string, number>();
  return {
    events: [],
    counts: { byKind, byStep, byActor, byExchange },
    record(event) {
      count(byKind, event.kind);
      count(byStep, event.step);
      count(byActor, event.actor);
      if (event.kind === "exchange") count(byExchange, event.name);
    },
    end: () => {},
  };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
