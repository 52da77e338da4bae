import type { EpochMillis, Step } from "@irsa-sim/core";

/** A place in a story: after everything of a step's first pass, after an event, or at a moment in time. */
export type Cursor = { readonly step: Step } | { readonly seq: number } | { readonly at: EpochMillis };
