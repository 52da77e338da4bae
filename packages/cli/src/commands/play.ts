import type { RunReport } from "@irsa-sim/core";
import { findServiceKeyNotices, type LoadedScenario, loadBase, loadScenario, runScenario, runWithFix } from "@irsa-sim/scenario-runner";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { splitCell } from "../files/split-cell.js";
import { printNotices } from "../terminal/print-notices.js";
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
  const { scenario } = await load(name, flags);
  return runWithFix(scenario, await runOptions(scenario, flags));
}

/** Plays a scenario, and beside it its base, with the same keys where they fit; what throws is as with `play`. */
export async function playWithBase(name: string, flags: RunFlags): Promise<PlayedWithBase> {
  const { scenario, base } = await load(name, flags);
  const options = await runOptions(scenario, flags);
  if (base === null) return { report: await runWithFix(scenario, options), base };
  const { openTransport: _, ...inMemory } = options;
  const ofBase = base.cluster.region === scenario.cluster.region ? inMemory : await runOptions(base, { ...flags, network: "memory" });
  // Side by side, so that one goes on while the other waits for a signature.
  const [report, baseReport] = await Promise.all([runWithFix(scenario, options), runScenario(base, ofBase)]);
  return { report, base: baseReport };
}

async function load(name: string, flags: RunFlags): Promise<{ readonly scenario: LoadedScenario; readonly base: LoadedScenario | null }> {
  const files = createScenarioFilesOnDisk();
  const { path, cell } = splitCell(name);
  const folder = files.find(path);
  const scenario = loadScenario(files, folder, { cell: flags.cell ?? cell });
  printNotices([...scenario.notices, ...(await findServiceKeyNotices(scenario))]);
  return { scenario, base: loadBase(scenario, files, folder) };
}
