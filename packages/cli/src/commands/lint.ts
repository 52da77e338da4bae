import { EXIT } from "../exit-codes.js";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { findScenarios } from "../testing/find-scenarios.js";
import { loadAll } from "../testing/load-all.js";

/**
 * `irsa-sim lint`: reads scenarios with all their files, and plays nothing.
 *
 * @throws {ScenarioError} with all faults of all files
 */
export function lint(paths: readonly string[]): number {
  const files = createScenarioFilesOnDisk();
  const count = loadAll(files, findScenarios(files, paths)).length;
  process.stdout.write(`${count === 1 ? "1 scenario" : `${count} scenarios`}, no faults\n`);
  return EXIT.asExpected;
}
