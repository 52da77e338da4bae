import type { DocumentFiles } from "@irsa-sim/documents";

/** Where scenario files come from: the disk, or a test's own memory. */
export interface ScenarioFiles extends DocumentFiles {
  /** The folder of a scenario that `base` names; `null` when there is none. */
  folderOf(name: string): string | null;
}
