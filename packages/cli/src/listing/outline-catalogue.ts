import { loadCells } from "@irsa-sim/scenario-runner";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import type { ScenarioOutline } from "./scenario-outline.js";

/** Reads the whole catalogue, each cell of a matrix as one. */
export function outlineCatalogue(): readonly ScenarioOutline[] {
  const files = createScenarioFilesOnDisk();
  return files
    .catalogue()
    .flatMap((name) => loadCells(files, files.find(name)))
    .map(({ name, title, tags, expect }) => ({ name, title, tags, outcome: expect.outcome, step: expect.step ?? null, cause: expect.cause ?? null }));
}
