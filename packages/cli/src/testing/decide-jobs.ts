import { availableParallelism } from "node:os";
import type { TestFlags } from "../commands/test-flags.js";

/** Below it threads take longer to start than they save. */
const MIN_FOR_THREADS = 40;

/** How many scenarios are played at a time, one of them in this thread; never more than there are. */
export function decideJobs({ jobs, list, pauseOnFailure }: Pick<TestFlags, "jobs" | "list" | "pauseOnFailure">, scenarios: number): number {
  if (list || pauseOnFailure || scenarios === 0) return 1;
  return Math.min(scenarios, jobs ?? (scenarios < MIN_FOR_THREADS ? 1 : availableParallelism()));
}
