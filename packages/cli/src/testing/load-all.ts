import { type LoadedScenario, loadScenario, ScenarioError, type ScenarioFiles, type ScenarioProblem } from "@irsa-sim/scenario-runner";

/** A scenario and the folder that it came from. */
export interface FoundScenario {
  readonly folder: string;
  readonly scenario: LoadedScenario;
}

/**
 * Loads scenarios.
 *
 * @throws {ScenarioError} with the faults of all of them, when any is invalid
 */
export function loadAll(files: ScenarioFiles, folders: readonly string[]): readonly FoundScenario[] {
  const problems: ScenarioProblem[] = [];
  const found = folders.flatMap((folder) => {
    try {
      return [{ folder, scenario: loadScenario(files, folder) }];
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new ScenarioError(problems);
  return found;
}
