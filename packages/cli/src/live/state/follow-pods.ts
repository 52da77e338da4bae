import { join } from "node:path";
import type { LiveContainer, LiveSimulation } from "@irsa-sim/live";
import { decideClientEnvironment, mirrorTree } from "@irsa-sim/node-host";
import { listVolumes, type StoredPod } from "../../exec/list-volumes.js";
import { writeTo } from "../../files/write-to.js";
import { shellExports } from "./client-files.js";
import type { StateFolder } from "./open-state-folder.js";

/** A container, and the file with its variables. */
export interface ContainerFiles {
  readonly container: LiveContainer;
  /** For a shell to read. */
  readonly env: string;
}

/** What each container needs on this machine. */
export interface Trust {
  readonly bundle: string;
  readonly javaKeyStore: string;
}

/**
 * Writes what the containers of a simulation have, so that a program outside can take the place of theirs: their projected volumes under `pods/`, and their variables.
 *
 * @returns the files of each, and what brings the volumes up to date
 */
export function writePods(
  simulation: LiveSimulation,
  folder: StateFolder,
  trust: Trust,
): { readonly files: readonly ContainerFiles[]; readonly sync: () => void } {
  const containers = simulation.containers().map((container) => ({ container, ...placeOf(simulation, container, folder) }));
  const sync = (): void => {
    for (const { container, volumes } of containers)
      for (const { mountPath, directory } of volumes) writeTo(directory, () => mirrorTree({ files: container.files, from: mountPath, to: directory }));
  };
  sync();
  const { sts, s3, iam, eks, imds } = simulation.endpoints;
  const endpoints = { sts: sts.url, s3: s3.url, iam: iam.url, eks: eks.url, imds: imds.url };
  const files = containers.map(({ container, name, volumes }) => {
    const outside = { endpoints, volumes, nowhere: join(folder.path, "nowhere") };
    const variables = decideClientEnvironment({ container: container.environment, caller: {}, trust, outside });
    return { container, env: folder.write(`${name}/env`, shellExports(variables)) };
  });
  return { files, sync };
}

function placeOf({ world }: LiveSimulation, { namespace, pod, container }: LiveContainer, folder: StateFolder) {
  const name = `pods/${namespace}/${pod}/${container}`;
  const stored = world.readObject("Pod", namespace, pod) as StoredPod;
  const volumes = listVolumes(stored, container).map((mountPath) => ({ mountPath, directory: join(folder.path, name, mountPath) }));
  return { name, volumes };
}
