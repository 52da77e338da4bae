import { type JsonObject, SimulatorError } from "@irsa-sim/core";

/** How a run exceeded its budget, in words for people. */
export interface Excess {
  /** `500000 events`. */
  readonly allowed: string;
  /** `1876543 events are coming`. */
  readonly found: string;
  /** What ran away: who, for whom, with what. */
  readonly culprit: string;
  /** How far the run came. */
  readonly progress: string;
  /** How to go on. */
  readonly hint: string;
}

/** A run that was stopped because it costs more than it may. */
export class BudgetError extends SimulatorError {
  override readonly code = "ERR_RUN_BUDGET";
  readonly excess: Excess;

  constructor(scenario: string, excess: Excess) {
    const { allowed, found, culprit, progress, hint } = excess;
    super(`${scenario} exceeds its budget of ${allowed}: ${found}\n  most of it   ${culprit}\n  stopped at   ${progress}`, { hint });
    this.excess = excess;
  }

  override toJSON(): JsonObject {
    return { ...super.toJSON(), excess: { ...this.excess } };
  }
}
