import type { RunReport } from "@irsa-sim/core";
import { loadScenario, runScenario } from "@irsa-sim/scenario-runner";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { splitCell } from "../files/split-cell.js";
import { printNotices } from "../terminal/print-notices.js";
import type { RunFlags } from "./run-flags.js";
import { runOptions } from "./run-options.js";

/**
 * Loads a scenario and plays it as the flags say.
 *
 * @throws {UsageError} when there is no such scenario
 * @throws {CellError} when it has a matrix, and none or no such cell is named
 * @throws {ScenarioError} when its files are invalid
 */
export async function play(name: string, flags: RunFlags): Promise<RunReport> {
  const files = createScenarioFilesOnDisk();
  const { path, cell } = splitCell(name);
  const scenario = loadScenario(files, files.find(path), { cell: flags.cell ?? cell });
  printNotices(scenario.notices);
  return runScenario(scenario, await runOptions(scenario, flags));
}
