import { addMillis, epochMillis, type RunReport } from "@irsa-sim/core";
import { type LiveContainer, type LiveSimulation, startSimulation } from "@irsa-sim/live";
import type { CommandOutcome } from "@irsa-sim/node-host";
import { findFailure, type LoadedScenario, listApps, reportLive } from "@irsa-sim/scenario-runner";
import { createFreshKeys, injectFault } from "@irsa-sim/simulation";
import { failureLines, toJson } from "@irsa-sim/trace-views";
import { type CallLog, keepCallLog } from "../exec/calls/call-log.js";
import { checkExpectations } from "../exec/calls/check-expectations.js";
import { renderCalls } from "../exec/calls/render-calls.js";
import { changesFiles } from "../exec/changes-files.js";
import { chooseContainer } from "../exec/choose-container.js";
import type { ExecFlags } from "../exec/exec-flags.js";
import { expandNames } from "../exec/expand-names.js";
import { listVolumes, type StoredPod } from "../exec/list-volumes.js";
import { openRoom } from "../exec/open-room.js";
import { type PlannedFault, parseFault } from "../exec/parse-fault.js";
import { runInPlace } from "../exec/run-in-place.js";
import { EXIT } from "../exit-codes.js";
import { loadNamed } from "../files/load-named.js";
import { tellRefusals } from "../files/tell-refusals.js";
import { writeAtomically } from "../files/write-atomically.js";
import { writeRunPage } from "../page/write-run-page.js";
import { reportError } from "../report-error.js";
import { listenForInterruption } from "../terminal/interruption.js";
import { createPalette } from "../terminal/palette.js";
import { printError } from "../terminal/print-error.js";
import { terminalWidth } from "../terminal/width.js";

type Command = readonly [program: string, ...words: string[]];

/**
 * `irsa-sim exec`: runs a command as if it were in the scenario's pod, and tells afterwards what it did. What it tells goes to standard error: the output is the command's.
 *
 * @returns the command's exit code; 1 where that is 0 and it did not do what was expected, or where the pod was refused
 * @throws {UsageError} for a fault that is none, and when there is no such scenario, or no such container runs
 * @throws {ScenarioError} when the scenario's files are invalid
 */
export async function exec(name: string, command: Command, flags: ExecFlags): Promise<number> {
  const faults = flags.fault.map(parseFault);
  const { scenario } = await loadNamed(name, flags.cell);
  const keys = await createFreshKeys(scenario, epochMillis(Date.now()));
  const simulation = await startSimulation({ scenario, keys, seed: flags.seed, timeScale: flags.timeScale, onError: (error) => void reportError(error) });
  try {
    return await execIn(simulation, { name, scenario, command, faults, flags });
  } finally {
    await simulation.close();
  }
}

interface Execution {
  readonly name: string;
  readonly scenario: LoadedScenario;
  readonly command: Command;
  readonly faults: readonly PlannedFault[];
  readonly flags: ExecFlags;
}

async function execIn(simulation: LiveSimulation, { name, scenario, command, faults, flags }: Execution): Promise<number> {
  const { world, trace } = simulation;
  if (simulation.refusal !== null) return tellRefused(simulation, flags);
  const [app = null] = listApps(scenario, world);
  const container = chooseContainer(simulation.containers(), flags, app);
  const pod = world.readObject("Pod", container.namespace, container.pod) as StoredPod;
  const buckets = Object.keys(scenario.aws.buckets);
  // Whoever runs the command passes signals on to it; before and after that a folder must not be left behind.
  const interruption = listenForInterruption(() => {});
  const room = openRoom({
    files: () => world.filesAsRead(container, container.files),
    volumes: listVolumes(pod, container.container),
    roots: simulation.roots,
    names: expandNames(simulation.hostNames(), buckets),
  });
  try {
    const log = keepCallLog(trace);
    const stopFollowing = trace.onEvent((event) => {
      if (changesFiles(event)) tellRefusals(room.sync);
    });
    for (const fault of faults) world.clock.at(addMillis(world.clock.now(), fault.afterMs), () => injectFault(world, fault));
    const outcome = await runInPlace({ simulation, container, pod, room, command, isolate: flags.isolate });
    stopFollowing();
    if (outcome.kind !== "ended") return tellNotRun(command, outcome);
    const told = tellCalls(log, flags);
    writeFiles(() => reportOf(simulation, { scenario, container, flags, log }), { name, flags });
    return outcome.exitCode === 0 ? told : outcome.exitCode;
  } finally {
    room.close();
    interruption.close();
  }
}

/** As shells say it. */
const NOT_FOUND = 127;
const CANNOT_RUN = 126;

function tellNotRun([program]: Command, outcome: Exclude<CommandOutcome, { kind: "ended" }>): number {
  printError(`irsa-sim: ${program} cannot be run: ${outcome.why}\n`);
  return outcome.kind === "not-started" && outcome.code === "ENOENT" ? NOT_FOUND : CANNOT_RUN;
}

/** The pod never came to the point where its app begins. */
function tellRefused({ trace, refusal }: LiveSimulation, { color }: ExecFlags): number {
  if (refusal === null) return EXIT.asExpected;
  const failure = findFailure(trace.events, refusal);
  const lines = failureLines(failure, null, { width: terminalWidth(), palette: createPalette(color) });
  printError(["irsa-sim: the pod did not come to the point where its app begins", ...lines, ""].join("\n"));
  return EXIT.unexpected;
}

function tellCalls(log: CallLog, { color, verbose = false, expectPrincipal, expectRotations }: ExecFlags): number {
  printError(renderCalls(log, { width: terminalWidth(), palette: createPalette(color), isVerbose: verbose }));
  const missed = checkExpectations(log, { principal: expectPrincipal, rotations: expectRotations });
  printError(missed.map((sentence) => ` ✘ ${sentence}\n`).join(""));
  return missed.length === 0 ? EXIT.asExpected : EXIT.unexpected;
}

interface Reported {
  readonly scenario: LoadedScenario;
  readonly container: LiveContainer;
  readonly flags: ExecFlags;
  readonly log: CallLog;
}

function reportOf({ world, trace }: LiveSimulation, { scenario, container, flags, log }: Reported): RunReport {
  const { namespace, pod, container: name } = container;
  const startAt = trace.events[0]?.at ?? world.clock.now();
  return reportLive({
    scenario,
    world,
    seed: flags.seed,
    startAt,
    apps: [{ pod: `${namespace}/${pod}`, container: name, sdk: log.client }],
    refusal: log.refusal,
  });
}

function writeFiles(tell: () => RunReport, { name, flags }: { readonly name: string; readonly flags: ExecFlags }): void {
  const { trace, html, showTokens = false } = flags;
  if (trace === undefined && html === undefined) return;
  const report = tell();
  if (trace !== undefined) writeAtomically(trace, [...toJson(report, { showTokens })].join(""));
  if (html !== undefined) writeRunPage(html, { name, report, flags });
}
