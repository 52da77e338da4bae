// Every scenario that ships, or each cell of its matrix, loaded and played once; the pages are made from what came out.
import { play } from "../../packages/cli/dist/tsc/commands/play.js";
import { createScenarioFilesOnDisk } from "../../packages/cli/dist/tsc/files/scenario-files-on-disk.js";
import { loadCells } from "../../packages/scenario-runner/dist/index.js";

const FLAGS = { network: "memory", seed: "1", startAt: Date.UTC(2026, 0, 5, 9) };

/** Name, scenario and report of each. */
export async function playCatalogue() {
  const files = createScenarioFilesOnDisk();
  const played = [];
  for (const name of files.catalogue()) {
    for (const scenario of loadCells(files, files.find(name))) {
      played.push({ name: scenario.name, scenario, report: await play(scenario.name, FLAGS) });
    }
  }
  return played;
}
