import type { ScenarioFiles } from "@irsa-sim/scenario-runner";
import { joinPath } from "./join-path.js";

/** Where the scenarios that ship with the simulator stand. */
const CATALOGUE = "scenarios";

/**
 * Scenario files from texts by path, such as `scenarios/basic/pod.yaml`; messages and traces name them by that path, as the command does at the repository's root.
 *
 * @example
 * loadScenario(createPackedFiles(texts), "scenarios/basic");
 */
export function createPackedFiles(texts: ReadonlyMap<string, string>): ScenarioFiles {
  const isScenario = (folder: string): boolean => texts.has(`${folder}/scenario.yaml`);
  return {
    folderOf: (name, from) => [`${CATALOGUE}/${name}`, joinPath(from, name), joinPath(from, `../${name}`)].find(isScenario) ?? null,
    names: () => [...texts.keys()].flatMap((path) => /^scenarios\/([^/]+)\/scenario\.yaml$/.exec(path)?.[1] ?? []),
    read: (folder, file) => texts.get(joinPath(folder, file)) ?? null,
    displayPath: joinPath,
  };
}
