/**
 * What Kubernetes holds, from one start to the next: each change is written behind the others before whoever made it is answered, and when the changes are more than
 * the objects the file is written anew, as a whole. So whoever ends the process, and when, leaves one state or the next.
 * Differs from etcd, which waits until the disk has what it writes: a machine that loses its power may lose the last changes.
 */
import { createHash } from "node:crypto";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import type { KeyMaterial, World } from "@irsa-sim/simulation";
import { UsageError } from "../../../usage-error.js";
import type { FileEnd, StateFolder } from "../open-state-folder.js";
import { createLogWriter, type LoggedChange, type LogHead, type ReadLog, readLog } from "./cluster-log.js";

/** What is kept of a world's clusters, and what keeps it. */
export interface KeptClusters {
  /** Puts what the last start left into the clusters of a world; nothing where there is nothing to build on. */
  restore(world: World): void;
  /** Writes what a world's clusters hold, and from then on what becomes of it. */
  follow(world: World): void;
  /** Nothing is kept of what there was: the next start is the scenario's beginning. */
  forget(): void;
  /** Nothing more is written. */
  close(): void;
}

/** Name of the file, in a state folder. */
export const CLUSTERS_FILE = "kubernetes.jsonl";
const SCHEMA = "irsa-sim/kubernetes/v1";

/** How much is written before the file is written anew, and how much is kept at all; in characters. */
export interface LogLimits {
  readonly rewriteFrom: number;
  readonly atMost: number;
}

const LIMITS: LogLimits = { rewriteFrom: 4 * 2 ** 20, atMost: 256 * 2 ** 20 };

/**
 * Reads what a state folder keeps of a scenario's clusters; what is damaged, or another scenario's, is set aside.
 *
 * @param tell told what is set aside, or no longer kept
 * @throws {UsageError} when another version of irsa-sim wrote it, which stays
 */
export function keepClusters(
  folder: StateFolder,
  { scenario, keys }: { readonly scenario: LoadedScenario; readonly keys: KeyMaterial },
  tell: (message: string) => void,
  limits = LIMITS,
): KeptClusters {
  const head: LogHead = { schema: SCHEMA, scenario: scenario.name, beginning: beginningOf(scenario, keys) };
  let found = readKept(folder, head, tell);
  let end: FileEnd | null = null;
  let stopFollowing = (): void => {};
  let lines = createLogWriter();
  let written = { whole: 0, changes: 0 };
  let isTooMuch = false;

  const writeWhole = (world: World): void => {
    end?.close();
    lines = createLogWriter();
    const text = [head, ...objectsOf(world)].map((content) => lines.line(content)).join("");
    written = { whole: text.length, changes: 0 };
    if (text.length > limits.atMost && !isTooMuch)
      tell(`Kubernetes holds more than ${limits.atMost / 2 ** 20} MiB: what becomes of it from now on is not kept`);
    isTooMuch = text.length > limits.atMost;
    if (isTooMuch) return;
    folder.write(CLUSTERS_FILE, text);
    end = folder.openEnd(CLUSTERS_FILE);
  };
  const add = (world: World, change: LoggedChange): void => {
    const line = lines.line(change);
    written.changes += line.length;
    // What is too much may become less.
    if (written.changes > Math.max(limits.rewriteFrom, 2 * written.whole)) writeWhole(world);
    else if (!isTooMuch) end?.append(line);
  };
  return {
    restore(world) {
      for (const [cluster, state] of found?.states ?? []) world.inCluster(cluster).clusterState?.restore(state);
    },
    follow(world) {
      writeWhole(world);
      const stops = clustersOf(world).map(([cluster, state]) => state.onChanged((change) => add(world, { cluster, ...change })));
      stopFollowing = () => {
        for (const stop of stops) stop();
      };
    },
    forget() {
      stopFollowing();
      found = null;
      folder.remove(CLUSTERS_FILE);
    },
    close() {
      stopFollowing();
      end?.close();
      end = null;
    },
  };
}

function clustersOf(world: World) {
  return world.clusterNames.flatMap((name) => {
    const { clusterState } = world.inCluster(name);
    return clusterState === null ? [] : [[name, clusterState] as const];
  });
}

function objectsOf(world: World): readonly LoggedChange[] {
  return clustersOf(world).flatMap(([cluster, access]) => {
    const { version, objects } = access.read();
    return objects.map((object) => ({ cluster, version, isGone: false, object }));
  });
}

/** What a cluster is when nobody has changed it; its objects name its authorities, so it depends on the keys too. */
function beginningOf({ cluster, clusters, webhook, timeline }: LoadedScenario, { clusterRoot }: KeyMaterial): string {
  return createHash("sha256")
    .update(JSON.stringify([cluster, [...clusters], webhook, timeline, clusterRoot]))
    .digest("hex");
}

function readKept(folder: StateFolder, head: LogHead, tell: (message: string) => void): ReadLog | null {
  const text = folder.read(CLUSTERS_FILE);
  if (text === null || text === "") return null;
  const found = readLog(text);
  if (found === null) {
    tell(`${folder.path}/${CLUSTERS_FILE} is damaged; it is in ${folder.setAside([CLUSTERS_FILE])} now, and Kubernetes begins anew`);
    return null;
  }
  if (found.head.schema !== head.schema)
    throw new UsageError(`${folder.path}/${CLUSTERS_FILE} was written by another version of irsa-sim`, { hint: "use that version, or name another folder" });
  if (found.head.scenario === head.scenario && found.head.beginning === head.beginning) return found;
  const aside = folder.setAside([CLUSTERS_FILE]);
  tell(`what clients had changed in Kubernetes belongs to another scenario, an earlier form of it, or other keys; it is in ${aside} now`);
  return null;
}
