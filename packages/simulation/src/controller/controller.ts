import type { JsonObject } from "@irsa-sim/core";
import type { Refusal } from "../refusal.js";
import type { DriftRule } from "./decide-drift.js";

/** What a controller keeps. */
export interface Reconciliation {
  /** Objects as somebody wrote them; of these the pods are compared, others are only created. */
  readonly objects: readonly JsonObject[];
  readonly compares: DriftRule;
}

/** A controller at work. */
export interface Controller {
  /** Begins with objects; what is answered looks at them once, each time it is called, and says what was refused. */
  keep(reconciliation: Reconciliation): () => Promise<Refusal | null>;
}
