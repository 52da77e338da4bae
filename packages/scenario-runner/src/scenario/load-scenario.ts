/**
 * From a scenario's folder to a value that can be run: read the chain of bases, merge, replace variables, read the named files in, patch, check.
 * All faults of all files are told at once, and nothing runs when there is one.
 */
import { applyPatches } from "./apply-patch.js";
import { checkDocuments } from "./check-documents.js";
import { withDefaults } from "./defaults.js";
import { createFileReader, type FileReader } from "./file-reader.js";
import type { LoadedScenario } from "./loaded-scenario.js";
import { type LocatedNode, memberOf, withMember } from "./located-tree.js";
import { mergeChain } from "./merge-chain.js";
import { createProblemList, type ProblemList } from "./problem-list.js";
import { type ChainLink, readChain } from "./read-chain.js";
import { readManifests, type WithManifests } from "./read-manifests.js";
import { readPolicies } from "./read-policies.js";
import { normalizeTimeline } from "./read-timeline.js";
import { readVariables } from "./read-variables.js";
import type { ScenarioFiles } from "./scenario-files.js";
import { type CheckOptions, checkTree } from "./schema/check-tree.js";
import { type ScenarioDocument, scenarioSchema } from "./schema/scenario-schema.js";
import { toLoadedScenario } from "./to-loaded-scenario.js";
import { type Substitution, substituteInPatch, substituteVariables } from "./variables.js";

/** How a scenario is loaded. */
export interface LoadOptions {
  /** What the scenario is called; the last part of its folder when left out. */
  readonly name?: string;
  /** With its `fix` applied, and the expectation that it then succeeds. */
  readonly fixed?: boolean;
}

/**
 * Loads the scenario in a folder. Its `fix` is checked too, whether it is applied or not.
 *
 * @throws {ScenarioError} `ERR_SCENARIO_INVALID`, with every fault of its files
 * @example
 * loadScenario(files, "basic").aws.roles["my-pod-role"]?.trustPolicy;
 */
export function loadScenario(files: ScenarioFiles, folder: string, { name = lastPart(folder), fixed = false }: LoadOptions = {}): LoadedScenario {
  const problems = createProblemList();
  const chain = readChain(files, folder, problems);
  const [own] = chain;
  if (own !== undefined && !problems.isEmpty()) checkAlone(own, problems);
  problems.throwIfAny();
  if (own === undefined) throw new Error("a chain without a scenario has problems");
  const merged = withDefaults(mergeChain(chain));
  const patches = [...chain].reverse().flatMap(({ tree }) => memberOf(tree, "patch") ?? []);
  const fix = memberOf(memberOf(merged, "fix"), "patch");
  const substitution = { variables: readVariables(merged, fixed && fix !== null ? [...patches, fix] : patches), problems };
  const folders = chain.map((link) => link.folder);
  const loading: Loading = { substitution, reader: createFileReader(files, folders, problems), problems };
  const inlined = readFiles({ scenario: substituteVariables(merged, substitution), manifests: new Map() }, loading);
  const patched = patches.reduce((world, patch) => patchWorld(world, patch, loading), inlined);
  const mended = fix === null ? patched : patchWorld(patched, fix, loading);
  const documents = { patched: check(patched.scenario, problems), mended: check(mended.scenario, problems) };
  problems.throwIfAny();
  const document = fixed ? documents.mended : documents.patched;
  if (document === null) throw new Error("a scenario that does not fit its schema has problems");
  return toLoadedScenario({ name, own, document, fixed, ...(fixed ? mended : patched) });
}

interface Loading {
  readonly substitution: Substitution;
  readonly reader: FileReader;
  readonly problems: ProblemList;
}

/** The scenario with a patch applied; files that the patch names are read in too. */
function patchWorld(world: WithManifests, patch: LocatedNode, loading: Loading): WithManifests {
  const scenario = applyPatches(world.scenario, substituteInPatch(patch, loading.substitution), loading.problems);
  return readFiles({ ...world, scenario: withDefaults(scenario) }, loading);
}

function readFiles({ scenario, manifests }: WithManifests, { reader, problems }: Loading): WithManifests {
  return readManifests({ scenario: readPolicies(scenario, reader), manifests }, reader, problems);
}

/** What can be said of a scenario whose base cannot be read: what it leaves out may stand there. */
function checkAlone(own: ChainLink, problems: ProblemList): void {
  const scenario = withDefaults(mergeChain([own]));
  check(substituteVariables(scenario, { variables: readVariables(scenario, []), problems }), problems, { partial: true });
}

function check(scenario: LocatedNode, problems: ProblemList, options: CheckOptions = {}): ScenarioDocument | null {
  const document = checkTree(asSchema(scenario, problems), scenarioSchema, problems, options);
  if (options.partial !== true) checkDocuments(scenario, problems);
  return document;
}

/** The scenario as its schema knows it: each action of the timeline says its kind, and Kubernetes objects have schemas of their own. */
function asSchema(scenario: LocatedNode, problems: ProblemList): LocatedNode {
  if (scenario.kind !== "object") return scenario;
  const { members } = withMember(scenario, "kubernetes", null);
  const timeline = members.get("timeline");
  const normalized = timeline && { ...timeline, node: normalizeTimeline(timeline.node, problems) };
  return withMember({ ...scenario, members }, "timeline", normalized ?? null);
}

function lastPart(folder: string): string {
  return folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;
}
