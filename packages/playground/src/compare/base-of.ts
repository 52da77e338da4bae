import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import { createFilesView } from "../files/create-files-view.js";
import type { OpenScenario } from "../play/open-scenario.js";

/** Edits in folders that the viewer brought are all there is of them; those in folders that ship are what is to be seen in the comparison. */
const OWN = "own/";

/** What a run is compared with first: the scenario's base, or the scenario itself as it ships where it has none. */
export function baseOf(files: Readonly<Record<string, string>>, open: OpenScenario, { base }: Pick<LoadedScenario, "base">): OpenScenario {
  const folder = base === null ? null : createFilesView(files, open.edits).folderOf(base, open.folder);
  return {
    ...{ folder: folder ?? open.folder, cell: folder === null ? open.cell : null, isFixed: false },
    edits: new Map([...open.edits].filter(([path]) => path.startsWith(OWN))),
  };
}
