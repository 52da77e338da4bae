/**
 * The text of the file with what Kubernetes holds: a head, then a line for each object as it was when the file was begun, then one for each change.
 * Each line has a hash of itself and of all lines before it, so that a line that is damaged, missing or in another place is seen.
 */
import { createHash } from "node:crypto";
import type { ClusterChange, ClusterState } from "@irsa-sim/simulation";
import { parseJson } from "../parse-json.js";

/** What the first line says. */
export interface LogHead {
  readonly schema: string;
  readonly scenario: string;
  /** What the scenario itself puts into its clusters, as a hash. */
  readonly beginning: string;
}

/** A change of one of the clusters. */
export type LoggedChange = ClusterChange & { readonly cluster: string };

/** What a log's text holds. */
export interface ReadLog {
  readonly head: LogHead;
  /** By the cluster's name. */
  readonly states: ReadonlyMap<string, ClusterState>;
}

/** Makes the lines of a log. */
export interface LogWriter {
  line(content: LogHead | LoggedChange): string;
}

/** Creates what makes the lines of a new log. */
export function createLogWriter(): LogWriter {
  let chain = "";
  return {
    line(content) {
      const text = JSON.stringify(content);
      chain = hashOf(chain, text);
      return `${chain} ${text}\n`;
    },
  };
}

/**
 * Reads a log; what a process wrote as it was ended, which is a last line without its end, is left out.
 *
 * @returns `null` for one that is damaged
 */
export function readLog(text: string): ReadLog | null {
  const [first = "", ...others] = text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .slice(0, -1);
  let chain = "";
  const read = (line: string): unknown => {
    const [hash = "", content = ""] = [line.slice(0, HASH_LENGTH), line.slice(HASH_LENGTH + 1)];
    chain = hashOf(chain, content);
    return chain === hash ? parseJson(content) : null;
  };
  const head = read(first) as LogHead | null;
  if (head === null) return null;
  const clusters = new Map<string, { version: number; readonly objects: Map<string, ClusterChange["object"]> }>();
  for (const line of others) {
    const change = read(line) as LoggedChange | null;
    if (change === null) return null;
    const cluster = clusters.get(change.cluster) ?? { version: 0, objects: new Map() };
    clusters.set(change.cluster, cluster);
    cluster.version = Math.max(cluster.version, change.version);
    const key = keyOf(change.object);
    if (change.isGone) cluster.objects.delete(key);
    else cluster.objects.set(key, change.object);
  }
  return { head, states: new Map([...clusters].map(([name, { version, objects }]) => [name, { version, objects: [...objects.values()] }])) };
}

const HASH_LENGTH = 16;

function hashOf(chain: string, text: string): string {
  return createHash("sha256").update(chain).update(text).digest("hex").slice(0, HASH_LENGTH);
}

function keyOf({ apiVersion, kind, metadata }: ClusterChange["object"]): string {
  return `${apiVersion} ${kind} ${metadata.namespace ?? ""}/${metadata.name}`;
}
