import { findConnection } from "../../kubernetes/find-connection.js";
import { type OpenCluster, openCluster } from "../../kubernetes/open-cluster.js";
import { printError } from "../../terminal/print-error.js";
import { UsageError } from "../../usage-error.js";
import type { UpFlags } from "../up-flags.js";

/** A real cluster that takes the simulated one's place. */
export interface RealCluster extends OpenCluster {
  /** As messages name it. */
  readonly source: string;
}

/**
 * Opens the real cluster that the flags name; `null` where they name none.
 *
 * @throws {UsageError} for flags that do not go together
 * @throws {ApiError} when its API server does not answer, or does not let its issuer be read
 */
export async function openReal(flags: UpFlags): Promise<RealCluster | null> {
  const { kubeconfig, context, inCluster = false, register = false, timeScale } = flags;
  const isReal = kubeconfig !== undefined || context !== undefined || inCluster;
  if (!isReal && register) throw new UsageError("--register is for a real cluster", { hint: "name one with --kubeconfig, --context or --in-cluster" });
  if (!isReal) return null;
  if (timeScale !== 1) throw new UsageError("a real cluster's time cannot be scaled", { hint: "leave --time-scale out" });
  const connection = findConnection(flags);
  return { ...(await openCluster(connection, (message) => printError(`${message}\n`))), source: connection.source };
}
