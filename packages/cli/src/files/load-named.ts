import type { ObjectNode } from "@irsa-sim/documents";
import { findServiceKeyNotices, type LoadedScenario, loadScenario } from "@irsa-sim/scenario-runner";
import { printNotices } from "../terminal/print-notices.js";
import { createScenarioFilesOnDisk } from "./scenario-files-on-disk.js";
import { splitCell } from "./split-cell.js";

/** A scenario, and where it was found. */
export interface NamedScenario {
  readonly scenario: LoadedScenario;
  readonly files: ReturnType<typeof createScenarioFilesOnDisk>;
  readonly folder: string;
}

/**
 * Loads the scenario that somebody named, and prints what is worth a notice in it.
 *
 * @param cell of its matrix, as a flag says it; what stands behind the name in brackets counts where there is none
 * @param patch what is merged in behind the scenario's own patches
 * @throws {UsageError} when there is no such scenario
 * @throws {ScenarioError} when its files are invalid
 */
export async function loadNamed(name: string, cell: string | undefined, patch: ObjectNode | null = null): Promise<NamedScenario> {
  const files = createScenarioFilesOnDisk();
  const { path, cell: inName } = splitCell(name);
  const folder = files.find(path);
  const scenario = loadScenario(files, folder, { cell: cell ?? inName, patch });
  printNotices([...scenario.notices, ...(await findServiceKeyNotices(scenario))]);
  return { scenario, files, folder };
}
