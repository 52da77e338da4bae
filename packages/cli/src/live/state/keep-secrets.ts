import { randomBytes } from "node:crypto";
import { epochMillis } from "@irsa-sim/core";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import { createFreshKeys, type KeyMaterial } from "@irsa-sim/simulation";
import { UsageError } from "../../usage-error.js";
import { STATE_FILE, type StateFolder } from "./open-state-folder.js";

/** What a simulation keeps from one start to the next, and shows nobody. */
export interface Secrets {
  readonly keys: KeyMaterial;
  /** The developer's, at the Kubernetes API. */
  readonly kubernetesToken: string;
}

interface SavedState extends Secrets {
  readonly schema: typeof SCHEMA;
  readonly region: string;
  /** How many clusters the keys are for. */
  readonly clusters: number;
}

const SCHEMA = "irsa-sim/state/v1";

/**
 * The secrets in a state folder; fresh ones, which are kept there, where it has none or they are for another region or fewer clusters.
 *
 * @throws {UsageError} when what stands there is no state of this version
 */
export async function keepSecrets(folder: StateFolder, scenario: LoadedScenario): Promise<Secrets> {
  const { region } = scenario.cluster;
  const clusters = 1 + scenario.clusters.size;
  const saved = readState(folder);
  if (saved !== null && saved.region === region && saved.clusters >= clusters) return saved;
  const keys = await createFreshKeys(scenario, epochMillis(Date.now()));
  const state: SavedState = { schema: SCHEMA, region, clusters, keys, kubernetesToken: randomBytes(24).toString("base64url") };
  folder.write(STATE_FILE, JSON.stringify(state));
  return state;
}

function readState(folder: StateFolder): SavedState | null {
  const text = folder.read(STATE_FILE);
  if (text === null) return null;
  const state = parseOrNull(text) as Partial<SavedState> | null;
  if (state?.schema === SCHEMA && state.keys !== undefined && state.kubernetesToken !== undefined) return state as SavedState;
  throw new UsageError(`${folder.path}/${STATE_FILE} is no state of this version of irsa-sim`, { hint: "remove the folder, or name another one" });
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
