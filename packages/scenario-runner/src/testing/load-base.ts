import { loadCells } from "../scenario/load-scenario.js";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import type { ScenarioFiles } from "../scenario/scenario-files.js";

/**
 * Loads the scenario that another is made from, of a matrix the same cell; `null` when it is made from none, or from one of which no single cell is like it.
 *
 * @param folder the scenario's own, as `files` knows it
 */
export function loadBase({ base, cell }: Pick<LoadedScenario, "base" | "cell">, files: ScenarioFiles, folder: string): LoadedScenario | null {
  const found = base === null ? null : files.folderOf(base, folder);
  if (found === null) return null;
  const [alike, another] = loadCells(files, found).filter((one, _, cells) => cells.length === 1 || one.cell === cell);
  return another === undefined ? (alike ?? null) : null;
}
