/** When each pod of the node is looked at. */
import type { EpochMillis, Random } from "@irsa-sim/core";
import type { Rest } from "./decide-rest.js";

/** A look at a pod that is to come. */
export interface PlannedSync {
  /** Looks at the pod even if there should be nothing to do: something about it changed. */
  wake(): void;
  cancel(): void;
}

/** What is planned. */
export interface SyncPlan {
  readonly at: EpochMillis;
  /** From when on and with which draws looks have nothing to do; `null` for a look that has. */
  readonly rest: Rest | null;
  sync(): Promise<void>;
}

/** Looks at pods, in order of time and then of planning; each look ends with the plan of the next one. */
export interface SyncSchedule {
  /** The node's chance; what is drawn from it comes in the order in which everything happens on the node. */
  readonly random: Pick<Random, "integer" | "fraction">;
  plan(plan: SyncPlan): PlannedSync;
}
