import type { OpenedScenario } from "@irsa-sim/playground";
import { loadScenario } from "@irsa-sim/scenario-runner";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { splitCell } from "../files/split-cell.js";
import { openFolder } from "./open-folder.js";

/**
 * A scenario as the page opens it, by what was typed on the command line.
 *
 * @throws {UsageError} when there is no such scenario
 * @throws {ScenarioError} when its files are invalid
 */
export function openScenario(name: string, cellFlag: string | undefined): OpenedScenario {
  const files = createScenarioFilesOnDisk();
  const { path, cell: named } = splitCell(name);
  const cell = cellFlag ?? named;
  const folder = files.find(path);
  loadScenario(files, folder, { cell });
  return openFolder(files, folder, { cell });
}
