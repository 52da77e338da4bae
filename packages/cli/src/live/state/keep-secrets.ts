import { randomBytes, randomUUID } from "node:crypto";
import { epochMillis } from "@irsa-sim/core";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import { createFreshKeys, type KeyMaterial, SESSION_KEY_BYTES } from "@irsa-sim/simulation";
import { readText } from "../../files/read-text.js";
import { UsageError } from "../../usage-error.js";
import { BLOBS_FOLDER } from "./kept/blobs.js";
import { CLUSTERS_FILE } from "./kept/keep-clusters.js";
import { WORLD_FILE } from "./kept/keep-world.js";
import { STATE_FILE, type StateFolder } from "./open-state-folder.js";
import { parseJson } from "./parse-json.js";

/** What a simulation keeps from one start to the next, and shows nobody. */
export interface Secrets {
  readonly keys: KeyMaterial;
  /** The developer's, at the Kubernetes API. */
  readonly kubernetesToken: string;
  /** What sessions are sealed with, in base64: simulations with the same accept each other's. */
  readonly sessionKey: string;
  /** Ids of roles and keys of users follow from it, so that they are the same wherever these secrets are. */
  readonly seed: string;
}

interface SavedState extends Secrets {
  readonly schema: typeof SCHEMA;
  readonly region: string;
  /** How many clusters the keys are for. */
  readonly clusters: number;
}

/** Where secrets come from besides the folder, and who is told. */
export interface KeepOptions {
  /** Where others have theirs from too; the folder gets a copy. */
  readonly keysFile?: string | undefined;
  /** Told what is set aside. */
  readonly tell: (message: string) => void;
}

/** What the keys are for. */
type Described = Pick<LoadedScenario, "cluster" | "clusters">;

const SCHEMA = "irsa-sim/state/v1";
const KEPT_WITH_KEYS = [WORLD_FILE, BLOBS_FOLDER, CLUSTERS_FILE];

/**
 * The secrets in a state folder; fresh ones, which are kept there, where it has none or they are for another region or fewer clusters.
 *
 * @throws {UsageError} when what stands there is another version's, or `keysFile` is none or is for another region or fewer clusters
 */
export async function keepSecrets(folder: StateFolder, scenario: Described, { keysFile, tell }: KeepOptions): Promise<Secrets> {
  const state = keysFile === undefined ? await ownState(folder, scenario, tell) : sharedState(keysFile, scenario);
  folder.write(STATE_FILE, JSON.stringify(state));
  return state;
}

/** Fresh secrets for a described world, as the state folder keeps them. */
export async function createFreshState(scenario: Described): Promise<SavedState> {
  const keys = await createFreshKeys(scenario, epochMillis(Date.now()));
  return { schema: SCHEMA, region: scenario.cluster.region, clusters: clustersIn(scenario), keys, ...newSecrets() };
}

function newSecrets(): Omit<Secrets, "keys"> {
  return {
    kubernetesToken: randomBytes(24).toString("base64url"),
    sessionKey: randomBytes(SESSION_KEY_BYTES).toString("base64"),
    seed: randomUUID(),
  };
}

async function ownState(folder: StateFolder, scenario: Described, tell: KeepOptions["tell"]): Promise<SavedState> {
  const text = folder.read(STATE_FILE);
  const path = `${folder.path}/${STATE_FILE}`;
  if (text !== null && isDamaged(text)) {
    // All else that is kept was made with its keys.
    const aside = folder.setAside([STATE_FILE, ...KEPT_WITH_KEYS]);
    tell(`${path} is damaged; it is in ${aside} now, with all that belongs to its keys: this start has new ones, and begins anew`);
    return createFreshState(scenario);
  }
  const saved = text === null ? null : parseState(text, path);
  return saved !== null && isFor(saved, scenario) ? saved : createFreshState(scenario);
}

function sharedState(path: string, scenario: Described): SavedState {
  const saved = parseState(readText(path, "the file with keys"), path);
  if (isFor(saved, scenario)) return saved;
  const { region } = scenario.cluster;
  throw new UsageError(
    `--keys ${path}: expected keys for ${region} and ${clustersIn(scenario)} clusters, found them for ${saved.region} and ${saved.clusters}`,
    {
      hint: "irsa-sim up --state FOLDER makes them for its scenario, in FOLDER/state.json",
    },
  );
}

function isFor(saved: SavedState, scenario: Described): boolean {
  return saved.region === scenario.cluster.region && saved.clusters >= clustersIn(scenario);
}

function clustersIn({ clusters }: Described): number {
  return 1 + clusters.size;
}

/** Whether a text is cut off or mixed up; another version's says which that is. */
function isDamaged(text: string): boolean {
  const state = parseJson(text) as Partial<SavedState> | null;
  if (state?.schema === undefined) return true;
  return state.schema === SCHEMA && (state.keys === undefined || state.kubernetesToken === undefined);
}

/** A state that an earlier release wrote has no key for sessions, and gets one. */
function parseState(text: string, path: string): SavedState {
  const state = parseJson(text) as Partial<SavedState> | null;
  if (state?.schema === SCHEMA && state.keys !== undefined && state.kubernetesToken !== undefined) return { ...newSecrets(), ...state } as SavedState;
  throw new UsageError(`${path} is no state of this version of irsa-sim`, { hint: "remove it, or name another one" });
}
