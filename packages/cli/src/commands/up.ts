import { existsSync, readFileSync } from "node:fs";
import type { LiveSimulation } from "@irsa-sim/live";
import { encodeJavaKeyStore, exitCodeOfSignal } from "@irsa-sim/node-host";
import { findFailure, type LoadedScenario } from "@irsa-sim/scenario-runner";
import { failureLines } from "@irsa-sim/trace-views";
import { describeCall } from "../exec/calls/describe-call.js";
import { changesFiles } from "../exec/changes-files.js";
import { EXIT } from "../exit-codes.js";
import { loadNamed } from "../files/load-named.js";
import { tellRefusals } from "../files/tell-refusals.js";
import { renderBanner } from "../live/banner.js";
import { callLines } from "../live/call-lines.js";
import { serveControl } from "../live/control/serve-control.js";
import { type CutOffLog, createCutOffLog } from "../live/cut-off-log.js";
import { decidePorts } from "../live/decide-ports.js";
import { createLivePage } from "../live/page/live-page.js";
import { createReportChanges } from "../live/page/report-changes.js";
import { createReport } from "../live/page/report-session.js";
import { renderClusterBanner } from "../live/real/cluster-banner.js";
import { openReal, type RealCluster } from "../live/real/open-real.js";
import { patchFor } from "../live/real/patch-for.js";
import { registerWebhook } from "../live/real/register-webhook.js";
import { writeClusterFiles } from "../live/real/write-cluster-files.js";
import { type Session, startSession } from "../live/session.js";
import { awsConfig, kubeconfig } from "../live/state/client-files.js";
import { type ContainerFiles, writePods } from "../live/state/follow-pods.js";
import { keepSecrets, type Secrets } from "../live/state/keep-secrets.js";
import { keepClusters } from "../live/state/kept/keep-clusters.js";
import { keepWorld } from "../live/state/kept/keep-world.js";
import { saveAfterCalls } from "../live/state/kept/save-after-calls.js";
import { openStateFolder, type StateFolder } from "../live/state/open-state-folder.js";
import type { UpFlags } from "../live/up-flags.js";
import { reportError } from "../report-error.js";
import { InterruptedError, type Interruption, listenForInterruption } from "../terminal/interruption.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { printError } from "../terminal/print-error.js";
import { terminalWidth } from "../terminal/width.js";

/**
 * `irsa-sim up`: a scenario's world on this machine for real clients, until it is interrupted; where a cluster is named, with that in the place of the simulated one.
 *
 * @throws {ApiError} when the real cluster's API server does not answer, or does not let its issuer be read
 * @throws {KubeconfigError} for faults of the kubeconfig
 * @throws {UsageError} when there is no such scenario, or the state folder is none of ours
 * @throws {ScenarioError} when the scenario's files are invalid
 * @throws {PortTakenError} when another program listens at one of its ports
 */
export async function up(name: string | undefined, flags: UpFlags): Promise<number> {
  const real = await openReal(flags);
  try {
    const { scenario } = await (real === null
      ? loadNamed(name ?? "basic", flags.cell)
      : loadNamed(name ?? "any-cluster", flags.cell, patchFor(real.issuer, real.source)));
    const folder = openStateFolder(flags.state);
    const interruption = listenForInterruption((signal) => {
      folder.close();
      process.exit(exitCodeOfSignal(signal));
    });
    try {
      await serve(scenario, folder, { flags, real, interruption, name: name ?? scenario.name });
      return EXIT.asExpected;
    } catch (error) {
      if (!(error instanceof InterruptedError)) throw error;
      // What has begun meanwhile is not waited for.
      folder.close();
      return process.exit(exitCodeOfSignal(error.signal));
    } finally {
      folder.close();
      interruption.close();
    }
  } finally {
    real?.close();
  }
}

interface Serving {
  /** As the scenario was named. */
  readonly name: string;
  readonly flags: UpFlags;
  /** `null` for the simulated cluster. */
  readonly real: RealCluster | null;
  readonly interruption: Interruption;
}

async function serve(scenario: LoadedScenario, folder: StateFolder, { flags, real, interruption, name }: Serving): Promise<void> {
  if (flags.listen !== undefined) printError(`warning: it listens at ${flags.listen}: whoever reaches that address may call it\n`);
  const secrets = await interruption.before(keepSecrets(folder, scenario, { keysFile: flags.keys, tell: (message) => printError(`${message}\n`) }));
  const { control: controlPort, ...ports } = decidePorts(flags.port);
  let pods: ReturnType<typeof writePods> = { files: [], sync: () => {} };
  const cutOffs = createCutOffLog();
  const kept = folder.isTemporary ? null : keepWorld(folder, scenario, (message) => printError(`${message}\n`));
  const clusters = folder.isTemporary || real !== null ? null : keepClusters(folder, { scenario, keys: secrets.keys }, (message) => printError(`${message}\n`));
  let restored = kept?.state ?? null;
  const starting = startSession({
    ...{ scenario, ports, timeScale: flags.timeScale, keys: secrets.keys, kubernetesToken: secrets.kubernetesToken },
    // What was given out before must not be given out again.
    seed: `${flags.seed ?? secrets.seed}${restored === null ? "" : `/${kept?.starts}`}`,
    prepare: (world) => {
      if (restored !== null) world.awsState.restore(restored);
      clusters?.restore(world);
    },
    onReset() {
      restored = null;
      kept?.forget();
      clusters?.forget();
    },
    sessionKey: Uint8Array.from(Buffer.from(secrets.sessionKey, "base64")),
    ...(flags.listen === undefined ? {} : { address: flags.listen }),
    ...(flags.advertise === undefined ? {} : { advertised: flags.advertise }),
    ...(real === null ? {} : { outside: real.cluster }),
    limits: { patienceMs: flags.clientPatience },
    onCutOff: (endpoint, why) => tellCutOff(cutOffs, endpoint, why),
    onError: (error) => void reportError(error),
    onStart(simulation) {
      pods = writeFiles(simulation, { scenario, folder, secrets, isReal: real !== null });
      clusters?.follow(simulation.world);
    },
  });
  const session = await interruption.before(starting);
  try {
    const page = flags.ui ? createLivePage(name, flags.cell, createReportChanges(session, createReport(session, secrets.seed))) : null;
    const control = await serveControl(session, { port: controlPort, patienceMs: flags.clientPatience, cutOffs: cutOffs.counts, page });
    try {
      const stop = session.onEvent((event) => {
        if (changesFiles(event)) tellRefusals(pods.sync);
      });
      const removeWebhook = real !== null && flags.register === true ? await registerWebhook(real.client, session.simulation().webhook) : null;
      try {
        if (kept !== null) saveAfterCalls(session, kept);
        tellBeginning(session, { folder, containers: pods.files, controlUrl: control.url, flags, real });
        tellCalls(session, flags);
        await interruption.came;
        stop();
      } finally {
        await removeWebhook?.();
      }
    } finally {
      await control.close();
    }
  } finally {
    clusters?.close();
    await session.close();
  }
}

interface Written {
  readonly scenario: LoadedScenario;
  readonly folder: StateFolder;
  readonly secrets: Secrets;
  readonly isReal: boolean;
}

/** Where Debian keeps the authorities that the machine trusts; a client may want them beside ours. */
const SYSTEM_BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

function writeFiles(simulation: LiveSimulation, { scenario, folder, secrets, isReal }: Written): ReturnType<typeof writePods> {
  const { roots, endpoints, world } = simulation;
  const { region, name: clusterName } = scenario.cluster;
  const input = { endpoints, region, clusterName, roots, kubernetesToken: secrets.kubernetesToken, developerKey: world.developerKey() };
  if (!isReal) folder.write("kubeconfig", kubeconfig(input));
  folder.write("config", awsConfig(input));
  folder.write("ca.pem", roots);
  const pem = `${existsSync(SYSTEM_BUNDLE) ? readFileSync(SYSTEM_BUNDLE, "utf8") : ""}\n${roots}`;
  const trust = { bundle: folder.write("bundle.pem", pem), javaKeyStore: folder.write("ca.jks", encodeJavaKeyStore(pem)) };
  if (isReal) writeClusterFiles(simulation, folder, { trust, region });
  return writePods(simulation, folder, trust);
}

interface Beginning {
  readonly folder: StateFolder;
  readonly containers: readonly ContainerFiles[];
  readonly controlUrl: string;
  readonly flags: UpFlags;
  readonly real: RealCluster | null;
}

function tellBeginning({ scenario, simulation }: Session, { folder, containers, controlUrl, flags, real }: Beginning): void {
  const view = { width: terminalWidth(), palette: createPalette(flags.color) };
  const { endpoints, refusal, trace } = simulation();
  const input = { title: scenario.title, name: scenario.name, endpoints, controlUrl, hasPage: flags.ui, folder };
  const banner =
    real === null
      ? renderBanner({ ...input, containers }, view)
      : renderClusterBanner({ ...input, source: real.source, issuer: real.issuer.issuer, isRegistered: flags.register === true }, view);
  print(banner, { styled: true });
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
