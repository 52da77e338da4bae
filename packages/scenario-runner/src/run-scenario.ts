/**
 * A run: scenario, seed and start time in, report out. The same inputs give the same bytes.
 * The runner decides nothing about the flow: it does what the timeline says and reads the trace.
 */
import { createRandom, createTrace, type EpochMillis, type RunReport, VirtualClock } from "@irsa-sim/core";
import { createWorld, enableOidcProviderAsDeveloper, type KeyMaterial, type OpenTransport, setUpCluster, type World } from "@irsa-sim/simulation";
import { compareReplicas } from "./report/compare-replicas.js";
import { findLocatedWarnings } from "./report/find-located-warnings.js";
import { reportSteps } from "./report/report-steps.js";
import type { LoadedScenario } from "./scenario/loaded-scenario.js";
import { performTimeline, type TimelineOutcome } from "./timeline/perform-timeline.js";

/** What a run needs besides its scenario. */
export interface RunOptions {
  readonly seed: string;
  readonly startAt: EpochMillis;
  readonly keys: KeyMaterial;
  /** How the keys are named in the report. */
  readonly keysAre: RunReport["keys"];
  /** Carries messages over sockets; in memory when absent. */
  readonly openTransport?: OpenTransport;
}

/**
 * Plays a scenario to its end, or to its first refusal.
 *
 * @example
 * const report = await runScenario(loadScenario(files, "basic"), { seed: "1", startAt, keys: WELL_KNOWN_KEYS, keysAre: "well-known" });
 * report.steps.map((step) => step.outcome); // ten times "ok"
 */
export async function runScenario(scenario: LoadedScenario, options: RunOptions): Promise<RunReport> {
  const clock = new VirtualClock(options.startAt);
  const trace = createTrace(clock, { locate: ({ file, pointer }) => scenario.locate(file, pointer ?? "") });
  const world = await createWorld({
    description: scenario,
    clock,
    trace,
    random: createRandom(options.seed),
    keys: options.keys,
    openTransport: options.openTransport,
  });
  try {
    return report({ scenario, options, world, ...(await play(world, scenario)) });
  } finally {
    await world.close();
  }
}

async function play(world: World, scenario: LoadedScenario): Promise<TimelineOutcome> {
  await world.clock.run(() => setUpCluster(world, scenario));
  const refusal = await world.clock.run(() => enableOidcProviderAsDeveloper(world, scenario));
  return refusal === null ? performTimeline(world, scenario) : { refusals: [refusal], expectations: [] };
}

interface Run extends TimelineOutcome {
  readonly scenario: LoadedScenario;
  readonly options: RunOptions;
  readonly world: World;
}

function report({ scenario, options, world, refusals, expectations: inBetween }: Run): RunReport {
  const { events } = world.trace;
  const warnings = findLocatedWarnings(events, scenario);
  const written = { expect: scenario.expect, locate: (pointer: string) => scenario.locate("expect", pointer) };
  const { results, refusal, failure } = compareReplicas(written, { world, scenario, warnings, refusals });
  const expectations = [...inBetween, ...results];
  return {
    schema: "irsa-sim/run/v1",
    scenario: scenario.name,
    title: scenario.title,
    seed: options.seed,
    startAt: options.startAt,
    network: options.openTransport === undefined ? "memory" : "loopback",
    keys: options.keysAre,
    outcome: expectations.every(({ met }) => met) ? "as-expected" : "unexpected",
    steps: reportSteps(events, failure, refusal?.action ?? 0),
    failure,
    warnings,
    expectations,
    events,
  };
}
