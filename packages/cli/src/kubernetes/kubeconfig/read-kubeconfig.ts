/**
 * A kubeconfig, read as kubectl reads it, into how one API server is reached.
 * Leaves out: `auth-provider`, which kubectl itself no longer has, SOCKS, and proxies of the environment.
 * @see https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/
 */
import { createProblemList, type LocatedNode, listNames, memberOf, oneOf, type ProblemList, parseFile, textOf } from "@irsa-sim/documents";
import type { Connection } from "../connection.js";
import type { KubeconfigReading } from "./faults.js";
import { KubeconfigError } from "./kubeconfig-error.js";
import { type MergedKubeconfig, mergeKubeconfigs } from "./merge-kubeconfigs.js";
import { readCluster } from "./read-cluster.js";
import { readUser } from "./read-user.js";

/** A file of it. */
export interface KubeconfigFile {
  /** As messages name it. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads how the API server of a context is reached.
 *
 * @throws {KubeconfigError} `ERR_CLI_KUBECONFIG`, with every fault of what the context needs
 * @example
 * readKubeconfig([{ file: "config", text }], { context: null, allowsPrograms: false, readBeside }).server; // "https://172.18.0.2:6443"
 */
export function readKubeconfig(files: readonly KubeconfigFile[], reading: KubeconfigReading): Connection {
  // The line that a fault stands in may hold a key.
  const problems = createProblemList(
    (found, count) =>
      new KubeconfigError(
        found.map((problem) => ({ ...problem, excerpt: "" })),
        count,
      ),
  );
  const trees = files.flatMap(({ file, text }) => parseFile({ file, text, dialect: "core" }, problems));
  problems.throwIfAny();
  const merged = mergeKubeconfigs(trees);
  const faults = { ...reading, problems };
  const context = chooseContext(merged, { file: files[0]?.file ?? "", context: reading.context }, problems);
  const cluster = context === null ? null : follow(context.node, "cluster", merged.clusters, problems);
  const user = context === null ? null : follow(context.node, "user", merged.users, problems);
  const server = cluster === null ? null : readCluster(cluster, faults);
  const credentials = user === null ? null : readUser(user, cluster === null || server === null ? null : { node: cluster, roots: server.roots }, faults);
  problems.throwIfAny();
  if (context === null || server === null || credentials === null) throw new Error("what cannot be read of a kubeconfig is a fault of it");
  const { name, node } = context;
  return { source: `context ${name} of ${node.place.file}`, namespace: textOf(memberOf(node, "namespace")) ?? "default", ...server, ...credentials };
}

interface ChosenContext {
  readonly name: string;
  readonly node: LocatedNode;
}

function chooseContext(
  { currentContext, contexts }: MergedKubeconfig,
  { file, context }: { readonly file: string; readonly context: string | null },
  problems: ProblemList,
): ChosenContext | null {
  const start = { file, line: 1, column: 1 };
  const name = context ?? textOf(currentContext);
  const known = [...contexts.keys()];
  if (name === null) {
    const expected = known.length === 0 ? "a kubeconfig with contexts" : `current-context, or --context with one of: ${listNames(known)}`;
    problems.add(start, { message: "no context is chosen", expected, actual: "none" });
    return null;
  }
  const node = contexts.get(name);
  if (node !== undefined) return { name, node };
  const place = context === null ? (currentContext?.place ?? start) : start;
  problems.add(place, {
    message: `there is no context ${name}`,
    expected: known.length === 0 ? "a kubeconfig with contexts" : oneOf(known, name),
    actual: name,
  });
  return null;
}

/** The entry that a context names. */
function follow(context: LocatedNode, kind: "cluster" | "user", entries: ReadonlyMap<string, LocatedNode>, problems: ProblemList): LocatedNode | null {
  const named = memberOf(context, kind);
  const name = textOf(named);
  const found = name === null ? undefined : entries.get(name);
  if (found !== undefined) return found;
  const known = [...entries.keys()];
  problems.add((named ?? context).place, {
    message: name === null ? `the context names no ${kind}` : `there is no ${kind} ${name}`,
    expected: known.length === 0 ? `an entry among ${kind}s` : oneOf(known, name ?? ""),
    actual: name ?? "none",
  });
  return null;
}
