import { epochMillis, type RunReport } from "@irsa-sim/core";
import { createFreshKeys, loadScenario, runScenario, WELL_KNOWN_KEYS } from "@irsa-sim/scenario-runner";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import type { RunFlags } from "./run-flags.js";

/**
 * Loads a scenario and plays it as the flags say.
 *
 * @throws {UsageError} when there is no such scenario
 * @throws {ScenarioError} when its files are invalid
 */
export async function play(name: string, flags: RunFlags): Promise<RunReport> {
  const files = createScenarioFilesOnDisk();
  const scenario = loadScenario(files, files.find(name));
  const startAt = epochMillis(flags.startAt);
  const keys = flags.freshKeys ? await createFreshKeys({ region: scenario.cluster.region, now: startAt }) : WELL_KNOWN_KEYS;
  const options = { seed: flags.seed, startAt, keys, keysAre: flags.freshKeys ? "fresh" : "well-known" } as const;
  if (flags.network === "memory") return runScenario(scenario, options);
  const { startLoopbackTransport } = await import("@irsa-sim/node-host");
  return runScenario(scenario, { ...options, openTransport: (hosts, clock) => startLoopbackTransport({ hosts, clock }) });
}
