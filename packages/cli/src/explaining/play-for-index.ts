import type { RunReport } from "@irsa-sim/core";
import { type LoadedScenario, loadCells, runScenario, SDK_IDS, withSdk } from "@irsa-sim/scenario-runner";
import { runOptions } from "../commands/run-options.js";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { PROBES } from "./probes.js";

/** A Monday morning: 2026-01-05T09:00:00Z. */
const FLAGS = { network: "memory", seed: "1", startAt: Date.UTC(2026, 0, 5, 9) } as const;

/** What is broken by settings. */
const WORKING = "basic";

/** A scenario, and what became of it. */
export interface Played {
  readonly scenario: LoadedScenario;
  readonly report: RunReport;
}

/** Plays the whole catalogue, what makes an SDK give up by itself, and one scenario of each code that an app meets with every SDK, since each says it in its own words. */
export async function playForIndex(): Promise<readonly RunReport[]> {
  const scenarios = readCatalogue();
  // What is refused nowhere has no text, and some of it runs long.
  const played = await playAll(scenarios.filter(({ expect: { outcome } }) => outcome !== "succeeded"));
  const reports = played.map(({ report }) => report);
  for (const { scenario } of oneOfEachCode(played)) for (const sdk of SDK_IDS) reports.push(await play(withSdk(scenario, sdk)));
  const working = scenarios.find(({ name }) => name === WORKING);
  if (working === undefined) throw new Error(`the catalogue has no scenario "${WORKING}"`);
  for (const probe of Object.values(PROBES)) for (const sdk of SDK_IDS) reports.push(await play(withSdk(working, sdk, probe)));
  return reports;
}

/** Plays every scenario that ships, each cell of a matrix as one. */
export async function playCatalogue(): Promise<readonly Played[]> {
  return playAll(readCatalogue());
}

function readCatalogue(): readonly LoadedScenario[] {
  const files = createScenarioFilesOnDisk();
  return files.catalogue().flatMap((name) => loadCells(files, files.find(name)));
}

async function playAll(scenarios: readonly LoadedScenario[]): Promise<readonly Played[]> {
  const played: Played[] = [];
  for (const scenario of scenarios) played.push({ scenario, report: await play(scenario) });
  return played;
}

async function play(scenario: LoadedScenario): Promise<RunReport> {
  return runScenario(scenario, await runOptions(scenario, FLAGS));
}

function oneOfEachCode(played: readonly Played[]): readonly Played[] {
  const met = played.flatMap((one) => keysOf(one.report).map((key) => [key, one] as const));
  return [...new Set(new Map(met.toReversed()).values())];
}

/** The code that ended a run in the SDK's hands, and that its web identity provider passed on although something was set. */
function keysOf({ failure, events }: RunReport): readonly string[] {
  if (failure === null) return [];
  const providers = events.flatMap((event) => (event.kind === "note" && event.name === "sdk.provider" ? [event.attributes] : []));
  const isSkipped = providers.some(({ kind, verdict, inputs }) => kind === "web-identity" && verdict === "skip" && Array.isArray(inputs) && inputs.length > 0);
  const isInSdk = failure.step === 6 || providers.some(({ verdict }) => verdict === "error");
  return [...(isInSdk ? [`${failure.step} ${failure.code}`] : []), ...(isSkipped ? ["skipped"] : [])];
}
