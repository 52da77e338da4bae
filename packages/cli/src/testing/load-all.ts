import { type LoadedScenario, loadCells, loadScenario, ScenarioError, type ScenarioFiles, type ScenarioProblem } from "@irsa-sim/scenario-runner";

/** A scenario, or one cell of its matrix, and the folder that it came from. */
export interface FoundScenario {
  readonly folder: string;
  readonly scenario: LoadedScenario;
}

/** A folder, and perhaps the only cell that is wanted. */
export interface FolderAndCell {
  readonly folder: string;
  readonly cell: string | null;
}

/**
 * Loads scenarios, each cell of a matrix as one.
 *
 * @throws {ScenarioError} with the faults of all of them, when any is invalid
 * @throws {CellError} when a matrix has no such cell
 */
export function loadAll(files: ScenarioFiles, folders: readonly FolderAndCell[]): readonly FoundScenario[] {
  const problems: ScenarioProblem[] = [];
  const found = folders.flatMap(({ folder, cell }) => {
    try {
      const scenarios = cell === null ? loadCells(files, folder) : [loadScenario(files, folder, { cell })];
      return scenarios.map((scenario) => ({ folder, scenario }));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new ScenarioError(problems);
  return found;
}
