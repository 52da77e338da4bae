import type { Span } from "./span.js";
import type { TraceEvent } from "./trace-event.js";

/** Told of every event when it is recorded, and of an exchange once more when it has ended. */
export type TraceListener = (event: TraceEvent, moment: "recorded" | "ended") => void;

/** A finished or growing record of a run. */
export interface Trace {
  /** What the trace's sink keeps, in the order of `seq`. */
  readonly events: readonly TraceEvent[];
  /** How many events there were, kept or not. */
  readonly recorded: number;
  /** The span at the root, outside all steps. */
  readonly root: Span;
  /** A root that records nowhere, for traffic that goes over the wire and is no part of the story, such as a cache's list and watch. */
  readonly quiet: Span;
  /** Tells `listener` of what happens from now on; the result ends that. */
  onEvent(listener: TraceListener): () => void;
}
