import type { RunReport } from "@irsa-sim/core";
import { loadBase, runScenario, runWithFix } from "@irsa-sim/scenario-runner";
import { loadNamed } from "../files/load-named.js";
import type { RunFlags } from "./run-flags.js";
import { runOptions } from "./run-options.js";

/** A run, and that of the scenario that it was made from. */
export interface PlayedWithBase {
  readonly report: RunReport;
  /** `null` when the scenario has none. */
  readonly base: RunReport | null;
}

/**
 * Loads a scenario and plays it as the flags say.
 *
 * @throws {UsageError} when there is no such scenario
 * @throws {CellError} when it has a matrix, and none or no such cell is named
 * @throws {ScenarioError} when its files are invalid
 */
export async function play(name: string, flags: RunFlags): Promise<RunReport> {
  const { scenario } = await loadNamed(name, flags.cell);
  return runWithFix(scenario, await runOptions(scenario, flags));
}

/** Plays a scenario, and beside it its base, with the same keys where they fit; what throws is as with `play`. */
export async function playWithBase(name: string, flags: RunFlags): Promise<PlayedWithBase> {
  const { scenario, files, folder } = await loadNamed(name, flags.cell);
  const base = loadBase(scenario, files, folder);
  const options = await runOptions(scenario, flags);
  if (base === null) return { report: await runWithFix(scenario, options), base };
  const { openTransport: _, ...inMemory } = options;
  const ofBase = base.cluster.region === scenario.cluster.region ? inMemory : await runOptions(base, { ...flags, network: "memory" });
  // Side by side, so that one goes on while the other waits for a signature.
  const [report, baseReport] = await Promise.all([runWithFix(scenario, options), runScenario(base, ofBase)]);
  return { report, base: baseReport };
}
