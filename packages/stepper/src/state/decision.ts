import type { Change } from "./change.js";
import type { StepperState } from "./stepper-state.js";

/** What a key leads to: what is shown next, and what is to be done. */
export interface Decision {
  readonly state: StepperState;
  readonly effect: Effect | null;
}

/** To end, to go to the next lesson of a series, or to play the scenario again, changed. */
export type Effect = { readonly kind: "quit" } | { readonly kind: "next-lesson" } | { readonly kind: "play"; readonly change: Change };
