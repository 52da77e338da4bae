// Every scenario that ships, loaded and played once; the pages are made from what came out.
import { createScenarioFilesOnDisk, playScenario } from "../../packages/cli/dist/tsc/index.js";
import { loadScenario } from "../../packages/scenario-runner/dist/index.js";

const FLAGS = { network: "memory", seed: "1", startAt: Date.UTC(2026, 0, 5, 9) };

/** Name, scenario and report of each. */
export async function playCatalogue() {
  const files = createScenarioFilesOnDisk();
  const played = [];
  for (const name of files.catalogue()) {
    played.push({ name, scenario: loadScenario(files, files.find(name)), report: await playScenario(name, FLAGS) });
  }
  return played;
}
