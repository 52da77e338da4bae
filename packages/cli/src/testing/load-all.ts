import { type LoadedScenario, loadCells, loadScenario, type ScenarioFiles } from "@irsa-sim/scenario-runner";
import { exitCodeOf } from "../exit-code-of.js";
import { EXIT } from "../exit-codes.js";
import type { FolderAndCell } from "./find-scenarios.js";
import type { InvalidScenario } from "./invalid-scenario.js";

/** A scenario, or one cell of its matrix, and the folder that it came from. */
export interface FoundScenario {
  readonly folder: string;
  readonly scenario: LoadedScenario;
}

/**
 * Loads scenarios, each cell of a matrix as one; one whose files have faults is among them with these, and keeps no other from being run.
 *
 * @throws {CellError} when a matrix has no such cell
 */
export function loadAll(files: ScenarioFiles, folders: readonly FolderAndCell[]): readonly (FoundScenario | InvalidScenario)[] {
  return folders.flatMap(({ folder, cell }): readonly (FoundScenario | InvalidScenario)[] => {
    try {
      const scenarios = cell === null ? loadCells(files, folder) : [loadScenario(files, folder, { cell })];
      return scenarios.map((scenario) => ({ folder, scenario }));
    } catch (error) {
      if (exitCodeOf(error) !== EXIT.invalidInput) throw error;
      return [{ folder, cell, error: error as InvalidScenario["error"] }];
    }
  });
}
