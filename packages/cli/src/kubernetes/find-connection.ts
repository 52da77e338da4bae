import { homedir } from "node:os";
import { dirname, resolve } from "node:path";
import { readInput } from "../files/read-input.js";
import { UsageError } from "../usage-error.js";
import type { Connection } from "./connection.js";
import { readInCluster } from "./in-cluster.js";
import { decideKubeconfigPaths } from "./kubeconfig/decide-kubeconfig-paths.js";
import { readKubeconfig } from "./kubeconfig/read-kubeconfig.js";

/** Which cluster is meant. */
export interface ConnectionFlags {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly inCluster?: boolean;
  /** Whether the program may be run that a kubeconfig names for credentials. */
  readonly allowExec?: boolean;
}

/** A kubeconfig of hundreds of clusters has less. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Finds out how the API server is reached: from within the cluster where that is asked for, else from the kubeconfig that kubectl would take.
 *
 * @throws {UsageError} when there is no kubeconfig, or nothing of a cluster around
 * @throws {KubeconfigError} for faults of what the context needs
 * @throws {InputFileError} for a file that is there and is not read
 */
export function findConnection({ kubeconfig, context, inCluster = false, allowExec = false }: ConnectionFlags): Connection {
  if (inCluster && (kubeconfig !== undefined || context !== undefined)) throw new UsageError("--in-cluster takes no --kubeconfig and no --context");
  if (inCluster) return readInCluster(process.env, (path) => readInput(path, MAX_BYTES));
  const { paths, areNamed } = decideKubeconfigPaths({ flag: kubeconfig, variable: process.env.KUBECONFIG, home: homedir() });
  const texts = paths.map((file) => ({ file, text: readInput(file, MAX_BYTES) }));
  const missing = texts.find(({ text }) => text === null);
  const files = texts.flatMap(({ file, text }) => (text === null ? [] : [{ file, text }]));
  if (files.length === 0 || (areNamed && missing !== undefined))
    throw new UsageError(`${missing?.file ?? paths.join(", ")}: there is no such kubeconfig`, { hint: "name one with --kubeconfig or in KUBECONFIG" });
  return readKubeconfig(files, {
    context: context ?? null,
    allowsPrograms: allowExec,
    readBeside: (beside, path) => readInput(resolve(dirname(beside), path), MAX_BYTES),
  });
}
