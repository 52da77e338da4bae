import { existsSync, readdirSync } from "node:fs";
import { allRoots } from "@irsa-sim/live";
import { shellWord } from "@irsa-sim/trace-views";
import type { DeployFlags } from "../deploy/deploy-flags.js";
import { readScenarioFiles } from "../deploy/read-scenario-files.js";
import { writeDeployment } from "../deploy/write-deployment.js";
import { EXIT } from "../exit-codes.js";
import { loadNamed } from "../files/load-named.js";
import { createFreshState } from "../live/state/keep-secrets.js";
import { readVersion } from "../settings/read-version.js";
import { print } from "../terminal/print.js";
import { UsageError } from "../usage-error.js";

/**
 * `irsa-sim deploy`: manifests that run a scenario's AWS side, and the webhook, in a cluster. Nothing is applied, and nobody is asked.
 *
 * @throws {UsageError} when there is no such scenario, it has folders in it, or the folder to write to holds something already
 * @throws {ScenarioError} when the scenario's files are invalid
 * @throws {PathError} when it cannot be written to
 */
export async function deploy(name: string, flags: DeployFlags): Promise<number> {
  const { out, format } = flags;
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new UsageError(`${out} is not empty; nothing was written`, {
      hint: "name a folder that is empty, or not there yet: what was deployed with other keys must not be mixed",
    });
  const { scenario, folder } = await loadNamed(name, undefined);
  const version = readVersion();
  const files = readScenarioFiles(folder);
  const state = await createFreshState(scenario);
  const written = writeDeployment(
    out,
    {
      ...{ namespace: flags.namespace, image: flags.image ?? `irsa-sim:${version}`, replicas: flags.replicas, version, scenario: files },
      ...{ region: scenario.cluster.region, roots: allRoots(state.keys), state: JSON.stringify(state) },
    },
    { format },
  );
  print(`${written.map((path) => `  ${path}\n`).join("")}\n${out} written, with fresh keys; what to do with it stands in ${shellWord(`${out}/README.md`)}\n`);
  return EXIT.asExpected;
}
