import { epochMillis } from "@irsa-sim/core";
import type { LoadedScenario, RunOptions } from "@irsa-sim/scenario-runner";
import { createFreshKeys, WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import type { RunFlags } from "./run-flags.js";

/** What the flags say of how a scenario is played. */
export async function runOptions(scenario: LoadedScenario, flags: Pick<RunFlags, "seed" | "startAt" | "freshKeys" | "network">): Promise<RunOptions> {
  const startAt = epochMillis(flags.startAt);
  const keys = flags.freshKeys ? await createFreshKeys({ region: scenario.cluster.region, now: startAt }) : WELL_KNOWN_KEYS;
  const options = { seed: flags.seed, startAt, keys, keysAre: flags.freshKeys ? "fresh" : "well-known" } as const;
  if (flags.network === "memory") return options;
  const { startLoopbackTransport } = await import("@irsa-sim/node-host");
  return { ...options, openTransport: (hosts, clock) => startLoopbackTransport({ hosts, clock }) };
}
