import type { DocumentFiles } from "@irsa-sim/documents";

/** Where scenario files come from: the disk, or a test's own memory. */
export interface ScenarioFiles extends DocumentFiles {
  /**
   * The folder of a scenario that `base` names; `null` when there is none.
   *
   * @param name of a scenario that ships with the simulator, or a folder's path
   * @param from the folder of the scenario that says so, from which a path leads
   */
  folderOf(name: string, from: string): string | null;
  /** Names that `folderOf` knows without a path, for messages; none when absent. */
  names?(): readonly string[];
}
