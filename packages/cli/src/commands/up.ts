import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import type { LiveSimulation } from "@irsa-sim/live";
import { encodeJavaKeyStore } from "@irsa-sim/node-host";
import { findFailure, type LoadedScenario } from "@irsa-sim/scenario-runner";
import { failureLines } from "@irsa-sim/trace-views";
import { describeCall } from "../exec/calls/describe-call.js";
import { changesFiles } from "../exec/changes-files.js";
import { EXIT } from "../exit-codes.js";
import { loadNamed } from "../files/load-named.js";
import { renderBanner } from "../live/banner.js";
import { callLines } from "../live/call-lines.js";
import { serveControl } from "../live/control/serve-control.js";
import { type CutOffLog, createCutOffLog } from "../live/cut-off-log.js";
import { decidePorts } from "../live/decide-ports.js";
import { type Session, startSession } from "../live/session.js";
import { awsConfig, kubeconfig } from "../live/state/client-files.js";
import { type ContainerFiles, writePods } from "../live/state/follow-pods.js";
import { keepSecrets, type Secrets } from "../live/state/keep-secrets.js";
import { keepWorld } from "../live/state/kept/keep-world.js";
import { saveAfterCalls } from "../live/state/kept/save-after-calls.js";
import { openStateFolder, type StateFolder } from "../live/state/open-state-folder.js";
import type { UpFlags } from "../live/up-flags.js";
import { reportError } from "../report-error.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { printError } from "../terminal/print-error.js";
import { terminalWidth } from "../terminal/width.js";

/**
 * `irsa-sim up`: a scenario's world on this machine for real clients, until it is interrupted.
 *
 * @throws {UsageError} when there is no such scenario, or the state folder is none of ours
 * @throws {ScenarioError} when the scenario's files are invalid
 * @throws {PortTakenError} when another program listens at one of its ports
 */
export async function up(name: string, flags: UpFlags): Promise<number> {
  const { scenario } = await loadNamed(name, flags.cell);
  const folder = openStateFolder(flags.state);
  try {
    await serve(scenario, folder, flags);
    return EXIT.asExpected;
  } finally {
    folder.close();
  }
}

async function serve(scenario: LoadedScenario, folder: StateFolder, flags: UpFlags): Promise<void> {
  if (flags.listen !== undefined) printError(`warning: it listens at ${flags.listen}: whoever reaches that address may call it\n`);
  const secrets = await keepSecrets(folder, scenario);
  const { control: controlPort, ...ports } = decidePorts(flags.port);
  let pods: ReturnType<typeof writePods> = { files: [], sync: () => {} };
  const cutOffs = createCutOffLog();
  const kept = folder.isTemporary ? null : keepWorld(folder, scenario, (message) => printError(`${message}\n`));
  let restored = kept?.state ?? null;
  const session = await startSession({
    ...{ scenario, ports, timeScale: flags.timeScale, keys: secrets.keys, kubernetesToken: secrets.kubernetesToken },
    // What was given out before must not be given out again.
    seed: `${flags.seed ?? randomUUID()}${restored === null ? "" : `/${kept?.starts}`}`,
    prepare: (world) => {
      if (restored !== null) world.awsState.restore(restored);
    },
    onReset() {
      restored = null;
      kept?.forget();
    },
    ...(flags.listen === undefined ? {} : { address: flags.listen }),
    limits: { patienceMs: flags.clientPatience },
    onCutOff: (endpoint, why) => tellCutOff(cutOffs, endpoint, why),
    onError: (error) => void reportError(error),
    onStart(simulation) {
      pods = writeFiles(simulation, { scenario, folder, secrets });
    },
  });
  try {
    const control = await serveControl(session, { port: controlPort, patienceMs: flags.clientPatience, cutOffs: cutOffs.counts });
    try {
      const stop = session.onEvent((event) => {
        if (changesFiles(event)) pods.sync();
      });
      if (kept !== null) saveAfterCalls(session, kept);
      tellBeginning(session, { folder, containers: pods.files, controlUrl: control.url, flags });
      tellCalls(session, flags);
      await Promise.race(["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => once(process, signal)));
      stop();
    } finally {
      await control.close();
    }
  } finally {
    await session.close();
  }
}

interface Written {
  readonly scenario: LoadedScenario;
  readonly folder: StateFolder;
  readonly secrets: Secrets;
}

/** Where Debian keeps the authorities that the machine trusts; a client may want them beside ours. */
const SYSTEM_BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

function writeFiles(simulation: LiveSimulation, { scenario, folder, secrets }: Written): ReturnType<typeof writePods> {
  const { roots, endpoints, world } = simulation;
  const { region, name: clusterName } = scenario.cluster;
  const input = { endpoints, region, clusterName, roots, kubernetesToken: secrets.kubernetesToken, developerKey: world.developerKey() };
  folder.write("kubeconfig", kubeconfig(input));
  folder.write("config", awsConfig(input));
  folder.write("ca.pem", roots);
  const pem = `${existsSync(SYSTEM_BUNDLE) ? readFileSync(SYSTEM_BUNDLE, "utf8") : ""}\n${roots}`;
  const trust = { bundle: folder.write("bundle.pem", pem), javaKeyStore: folder.write("ca.jks", encodeJavaKeyStore(pem)) };
  return writePods(simulation, folder, trust);
}

interface Beginning {
  readonly folder: StateFolder;
  readonly containers: readonly ContainerFiles[];
  readonly controlUrl: string;
  readonly flags: UpFlags;
}

function tellBeginning({ scenario, simulation }: Session, { folder, containers, controlUrl, flags }: Beginning): void {
  const view = { width: terminalWidth(), palette: createPalette(flags.color) };
  const { endpoints, refusal, trace } = simulation();
  print(renderBanner({ title: scenario.title, name: scenario.name, endpoints, controlUrl, folder, containers }, view), { styled: true });
  if (refusal !== null) print(`${failureLines(findFailure(trace.events, refusal), null, view).join("\n")}\n\n`, { styled: true });
}

function tellCalls(session: Session, { color }: UpFlags): void {
  const view = { width: terminalWidth(), palette: createPalette(color) };
  session.onCall(({ exchange, story, trace }) => {
    const { at, actor: from, subject } = exchange;
    const call = describeCall(exchange, { story, trace });
    print(`${callLines({ call, at, from, pod: subject?.pod ?? null }, view).join("\n")}\n`, { styled: true });
  });
}

/** On standard error, since it is no call of a client. */
const tellCutOff = (log: CutOffLog, ...cutOff: Parameters<CutOffLog["add"]>): void => {
  const line = log.add(...cutOff);
  if (line !== null) printError(`${line}\n`);
};
