import { getHeapStatistics } from "node:v8";
import { epochMillis } from "@irsa-sim/core";
import type { LoadedScenario, RunOptions } from "@irsa-sim/scenario-runner";
import { createFreshKeys, WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { createMeter } from "./create-meter.js";
import { decideBudget } from "./decide-budget.js";
import type { PlayFlags } from "./run-flags.js";

/** What the flags say of how a scenario is played. */
export async function runOptions(scenario: LoadedScenario, flags: PlayFlags): Promise<RunOptions> {
  const startAt = epochMillis(flags.startAt);
  const keys = flags.freshKeys ? await createFreshKeys(scenario, startAt) : WELL_KNOWN_KEYS;
  const budget = decideBudget(flags, getHeapStatistics().heap_size_limit);
  const kept = flags.trace === undefined ? {} : { keepEvents: flags.trace };
  const options = { ...kept, seed: flags.seed, startAt, keys, keysAre: flags.freshKeys ? "fresh" : "well-known", budget, meter: createMeter() } as const;
  if (flags.network === "memory") return options;
  const { startLoopbackTransport } = await import("@irsa-sim/node-host");
  return { ...options, openTransport: (hosts, clock) => startLoopbackTransport({ hosts, clock }) };
}
