/**
 * From a scenario's folder to a value that can be run: read the chain of bases, merge, replace variables, read the named files in, patch, check.
 * All faults of all files are told at once, and nothing runs when there is one.
 */

import { createFileReader, type LocatedNode, memberOf, type ObjectNode, type ProblemList } from "@irsa-sim/documents";
import { applyPatches } from "./apply-patch.js";
import { CellError } from "./cell-error.js";
import { checkClusters } from "./check-clusters.js";
import { checkNames } from "./check-names.js";
import { checkScenario } from "./check-scenario.js";
import { createScenarioProblems } from "./create-scenario-problems.js";
import { withDefaults } from "./defaults.js";
import type { LoadedScenario } from "./loaded-scenario.js";
import { mergeChain } from "./merge-chain.js";
import { type BoundChain, readCells } from "./read-cells.js";
import { type ChainLink, readChain } from "./read-chain.js";
import { type Loading, readFiles, resolvePolicies } from "./read-files.js";
import type { WithManifests } from "./read-manifests.js";
import { readVariables } from "./read-variables.js";
import type { ScenarioFiles } from "./scenario-files.js";
import { toLoadedScenario } from "./to-loaded-scenario.js";
import { substituteInPatch, substituteVariables } from "./variables.js";

/** How a scenario is loaded. */
export interface LoadOptions {
  /** What the scenario is called; the last part of its folder when left out. */
  readonly name?: string;
  /** Which cell of its matrix. */
  readonly cell?: string | null;
  /** With its `fix` applied, and the expectation that it then succeeds. */
  readonly fixed?: boolean;
  /** Addresses and values that are merged in behind the scenario's own patches, such as what is known of a real cluster. */
  readonly patch?: ObjectNode | null;
}

/**
 * Loads the scenario in a folder. Its `fix` is checked too, whether it is applied or not.
 *
 * @throws {ScenarioError} `ERR_SCENARIO_INVALID`, with every fault of its files
 * @throws {CellError} `ERR_SCENARIO_CELL`, for a scenario with a matrix without one of its cells
 * @example
 * loadScenario(files, "basic").aws.roles["my-pod-role"]?.trustPolicy;
 */
export function loadScenario(files: ScenarioFiles, folder: string, options: LoadOptions = {}): LoadedScenario {
  const { name = lastPart(folder), cell = null, fixed = false, patch = null } = options;
  const problems = createScenarioProblems();
  const bound = readBound(files, folder, problems);
  const found = bound.find((one) => (one.cell?.name ?? null) === cell);
  if (found === undefined) throw new CellError(name, { asked: cell, cells: bound.flatMap((one) => one.cell?.name ?? []) });
  return loadBound(found, { files, name, fixed, patch, problems });
}

/**
 * Loads the scenario in a folder, once for each cell of its matrix; once when it has none.
 *
 * @throws {ScenarioError} with every fault of its files, in whichever cell
 */
export function loadCells(files: ScenarioFiles, folder: string, { name = lastPart(folder) }: Pick<LoadOptions, "name"> = {}): readonly LoadedScenario[] {
  const problems = createScenarioProblems();
  return readBound(files, folder, problems).map((bound) => loadBound(bound, { files, name, fixed: false, patch: null, problems }));
}

/** @throws {ScenarioError} when the files cannot be read; faults that concern one cell alone are told when it is loaded */
function readBound(files: ScenarioFiles, folder: string, problems: ProblemList): readonly BoundChain[] {
  const chain = readChain(files, folder, problems);
  const isWhole = problems.isEmpty();
  const bound = readCells(chain, problems);
  const own = bound[0]?.chain[0];
  if (own !== undefined && !isWhole) checkAlone(own, problems);
  problems.throwIfAny();
  return bound;
}

interface BoundLoad {
  readonly files: ScenarioFiles;
  readonly name: string;
  readonly fixed: boolean;
  readonly patch: ObjectNode | null;
  readonly problems: ProblemList;
}

function loadBound({ cell, chain }: BoundChain, { files, name, fixed, patch, problems }: BoundLoad): LoadedScenario {
  const [own] = chain;
  if (own === undefined) throw new Error("a chain without a scenario has problems");
  const merged = withDefaults(mergeChain(chain));
  const patches = [...[...chain].reverse().flatMap(({ tree }) => memberOf(tree, "patch") ?? []), ...(patch === null ? [] : [patch])];
  const fix = memberOf(memberOf(merged, "fix"), "patch");
  const substitution = { variables: readVariables(merged, fixed && fix !== null ? [...patches, fix] : patches), problems };
  const folders = chain.map((link) => link.folder);
  const loading: Loading = {
    substitution,
    reader: createFileReader({ files, folders, expected: "a file in the scenario's folder or its base's" }, problems),
    problems,
  };
  const inlined = readFiles({ scenario: substituteVariables(merged, substitution), manifests: new Map() }, loading);
  const asWritten = patches.reduce((world, patch) => patchWorld(world, patch, loading), inlined);
  const patched = resolvePolicies(asWritten, loading);
  const mended = fix === null ? patched : resolvePolicies(patchWorld(asWritten, fix, loading), loading);
  const asPatched = checkScenario(patched.scenario, problems);
  const asMended = fix === null ? asPatched : checkScenario(mended.scenario, problems);
  checkNames(fixed ? mended.scenario : patched.scenario, problems);
  checkClusters(fixed ? mended.scenario : patched.scenario, problems);
  problems.throwIfAny();
  const document = fixed ? asMended : asPatched;
  if (document === null) throw new Error("a scenario that does not fit its schema has problems");
  const fullName = cell === null ? name : `${name}[${cell.name}]`;
  const notices = problems.notices();
  return toLoadedScenario({ name: fullName, cell: cell?.name ?? null, own, document, fixed, notices, ...(fixed ? mended : patched) });
}

/** The scenario with a patch applied; files that the patch names are read in too. */
function patchWorld(world: WithManifests, patch: LocatedNode, loading: Loading): WithManifests {
  const scenario = applyPatches(world.scenario, substituteInPatch(patch, loading.substitution), loading.problems);
  return readFiles({ ...world, scenario: withDefaults(scenario) }, loading);
}

/** What can be said of a scenario whose base cannot be read: what it leaves out may stand there. */
function checkAlone(own: ChainLink, problems: ProblemList): void {
  const scenario = withDefaults(mergeChain([own]));
  checkScenario(substituteVariables(scenario, { variables: readVariables(scenario, []), problems }), problems, { partial: true });
}

function lastPart(folder: string): string {
  return folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;
}
