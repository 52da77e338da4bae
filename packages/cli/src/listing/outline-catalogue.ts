import { listApps, loadCells } from "@irsa-sim/scenario-runner";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import type { ScenarioOutline } from "./scenario-outline.js";

/** Reads the whole catalogue, each cell of a matrix as one. */
export function outlineCatalogue(): readonly ScenarioOutline[] {
  const files = createScenarioFilesOnDisk();
  return files
    .catalogue()
    .flatMap((name) => loadCells(files, files.find(name)))
    .map((scenario) => {
      const { name, title, tags, expect } = scenario;
      const { outcome, step = null, error, cause = null } = expect;
      const sdks = [...new Set(listApps(scenario).map(({ sdk }) => sdk))];
      return { name, title, tags, outcome, step, code: error?.code ?? null, message: error?.message ?? null, cause, sdks };
    });
}
