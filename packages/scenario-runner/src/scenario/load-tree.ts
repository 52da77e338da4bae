import type { FileReader, ObjectNode } from "@irsa-sim/documents";
import { checkNames } from "./check-names.js";
import { checkScenario } from "./check-scenario.js";
import { createScenarioProblems } from "./create-scenario-problems.js";
import { withDefaults } from "./defaults.js";
import type { LoadedScenario } from "./loaded-scenario.js";
import { readFiles, resolvePolicies } from "./read-files.js";
import { readVariables } from "./read-variables.js";
import { toLoadedScenario } from "./to-loaded-scenario.js";

/** How a tree is loaded. */
export interface TreeOptions {
  /** What the scenario is called. */
  readonly name: string;
  /** Finds what the tree names, such as the manifests that its timeline applies. */
  readonly reader: FileReader;
  /** Texts of the files in which its values stand, by name, for the lines that messages show. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Loads a scenario that stands in no folder: a tree in the scenario language, whose values may stand anywhere. It has no base, no matrix, no patch and no
 * variables, since policies and manifests of other tools have some that look like ours.
 *
 * @throws {ScenarioError} `ERR_SCENARIO_INVALID`, with every fault of the tree and of what it names
 */
export function loadTree(tree: ObjectNode, { name, reader, texts }: TreeOptions): LoadedScenario {
  const problems = createScenarioProblems();
  for (const [file, text] of texts) problems.addFile(file, text);
  const whole = withDefaults(tree);
  const loading = { reader, problems, substitution: { variables: readVariables(whole, []), problems } };
  const world = resolvePolicies(readFiles({ scenario: whole, manifests: new Map() }, loading), loading);
  const document = checkScenario(world.scenario, problems);
  checkNames(world.scenario, problems);
  problems.throwIfAny();
  if (document === null) throw new Error("a scenario that does not fit its schema has problems");
  return toLoadedScenario({ name, cell: null, own: { folder: "", tree }, document, fixed: false, notices: problems.notices(), ...world });
}
