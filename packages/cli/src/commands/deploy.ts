import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allRoots } from "@irsa-sim/live";
import { shellWord } from "@irsa-sim/trace-views";
import { collectInput } from "../check/collect-input.js";
import type { DeployFlags } from "../deploy/deploy-flags.js";
import { readScenarioFiles } from "../deploy/read-scenario-files.js";
import { scenarioOfDocuments } from "../deploy/scenario-of-documents.js";
import { writeDeployment } from "../deploy/write-deployment.js";
import { EXIT } from "../exit-codes.js";
import { loadNamed } from "../files/load-named.js";
import { createFreshState } from "../live/state/keep-secrets.js";
import { readVersion } from "../settings/read-version.js";
import { print } from "../terminal/print.js";
import { printError } from "../terminal/print-error.js";
import { UsageError } from "../usage-error.js";

/** What `up` plays beside a real cluster when nobody says otherwise. */
const DEFAULT_SCENARIO = "any-cluster";

/**
 * `irsa-sim deploy`: manifests that run a scenario's AWS side, and the webhook, in a cluster. Nothing is applied, and nobody is asked.
 *
 * @throws {UsageError} when there is no such scenario, it has folders in it, or the folder to write to holds something already
 * @throws {ScenarioError} when the scenario's files are invalid
 * @throws {CheckError} when the documents named by `--aws` are
 * @throws {PathError} when it cannot be written to
 */
export async function deploy(name: string | undefined, flags: DeployFlags): Promise<number> {
  const { out, format } = flags;
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new UsageError(`${out} is not empty; nothing was written`, {
      hint: "name a folder that is empty, or not there yet: keys of two deployments must not be mixed",
    });
  const { files, region, state } = await readAws(name, flags);
  const version = readVersion();
  const written = writeDeployment(
    out,
    {
      ...{ namespace: flags.namespace, image: flags.image ?? `irsa-sim:${version}`, replicas: flags.replicas, version, scenario: files },
      ...{ region, roots: allRoots(state.keys), state: JSON.stringify(state) },
    },
    { format },
  );
  print(`${written.map((path) => `  ${path}\n`).join("")}\n${out} written, with fresh keys; what to do with it stands in ${shellWord(`${out}/README.md`)}\n`);
  return EXIT.asExpected;
}

interface AwsSide {
  readonly files: ReadonlyMap<string, string>;
  readonly region: string;
  readonly state: Awaited<ReturnType<typeof createFreshState>>;
}

async function readAws(name: string | undefined, { aws }: DeployFlags): Promise<AwsSide> {
  if (aws === undefined) return fromScenario(name ?? DEFAULT_SCENARIO);
  if (name !== undefined) throw new UsageError("a scenario and --aws say the same", { hint: "name one of them" });
  const { files, passedOver } = await collectInput(aws);
  for (const message of passedOver) printError(`notice: ${message}\n`);
  const folder = mkdtempSync(join(tmpdir(), "irsa-sim-deploy-"));
  try {
    for (const [file, text] of await scenarioOfDocuments(files)) writeFileSync(join(folder, file), text);
    return await fromScenario(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A scenario is loaded before its files are taken, so that what is deployed is known to be one. */
async function fromScenario(name: string): Promise<AwsSide> {
  const { scenario, folder } = await loadNamed(name, undefined);
  return { files: readScenarioFiles(folder), region: scenario.cluster.region, state: await createFreshState(scenario) };
}
