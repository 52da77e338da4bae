import type { Actor, EpochMillis, Step } from "@irsa-sim/core";
import type { Arrow, Moment } from "@irsa-sim/story";

/** One line of the sequence diagram, and one stop of the cursor. */
export interface Row {
  /** `call`: a request with its answer where nothing lies in between; `work`: what an actor did by itself. */
  readonly kind: "call" | "request" | "response" | "work";
  /** The last event that has happened when the viewer stands here. */
  readonly seq: number;
  readonly step: Step | null;
  readonly at: EpochMillis;
  /** Between whom; the same actor twice for work. */
  readonly from: Actor;
  readonly to: Actor;
  readonly label: string;
  readonly isRefused: boolean;
  /** `null` for work. */
  readonly arrow: Arrow | null;
  /** What was done; `null` for an arrow. */
  readonly moment: Moment | null;
}
