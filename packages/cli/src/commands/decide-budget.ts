import { DEFAULT_BUDGET, type RunBudget } from "@irsa-sim/scenario-runner";
import type { PlayFlags } from "./run-flags.js";

/** Beyond it the engine does little else than to look for memory, and then ends the process. */
const LARGEST_SHARE_OF_HEAP = 0.8;

/**
 * What a run may cost, as the flags say; by default no more memory than the engine has.
 *
 * @param heapLimitBytes at which size of its heap the engine gives up
 */
export function decideBudget({ maxEvents, maxTime, maxMemory }: Pick<PlayFlags, "maxEvents" | "maxTime" | "maxMemory">, heapLimitBytes: number): RunBudget {
  return {
    maxEvents: maxEvents ?? DEFAULT_BUDGET.maxEvents,
    maxWallMs: maxTime === undefined ? DEFAULT_BUDGET.maxWallMs : maxTime * 1000,
    maxMemoryBytes: maxMemory === undefined ? Math.min(DEFAULT_BUDGET.maxMemoryBytes, heapLimitBytes * LARGEST_SHARE_OF_HEAP) : maxMemory * 1024 ** 2,
  };
}
