/**
 * A run: scenario, seed and start time in, report out. The same inputs give the same bytes.
 * The runner decides nothing about the flow: it does what the timeline says and reads the trace.
 */
import { createEndsSink, createRandom, createTrace, type EpochMillis, type RunReport } from "@irsa-sim/core";
import { createWorld, type KeyMaterial, type OpenTransport, type World } from "@irsa-sim/simulation";
import { createBudgetGuard } from "./budget/create-budget-guard.js";
import type { Meter } from "./budget/meter.js";
import { DEFAULT_BUDGET, type RunBudget } from "./budget/run-budget.js";
import { WatchedClock } from "./budget/watched-clock.js";
import { beginWorld } from "./prepare-world.js";
import { compareReplicas } from "./report/compare-replicas.js";
import { findLocatedWarnings } from "./report/find-located-warnings.js";
import { listApps } from "./report/list-apps.js";
import { locateAsChanged } from "./report/locate-as-changed.js";
import { reportSteps } from "./report/report-steps.js";
import type { LoadedScenario } from "./scenario/loaded-scenario.js";
import { performTimeline, type TimelineOptions, type TimelineOutcome } from "./timeline/perform-timeline.js";

/** What a run needs besides its scenario. */
export interface RunOptions {
  readonly seed: string;
  readonly startAt: EpochMillis;
  readonly keys: KeyMaterial;
  /** How the keys are named in the report. */
  readonly keysAre: RunReport["keys"];
  /** Carries messages over sockets; in memory when absent. */
  readonly openTransport?: OpenTransport;
  /** What the run may cost; the default budget when absent. */
  readonly budget?: RunBudget;
  /** Tells real time and memory; without one only events count. */
  readonly meter?: Meter;
  /** How many events of the trace are kept, of its beginning and of its end; all when absent. */
  readonly keepEvents?: number;
}

/**
 * Plays a scenario to its end, or to its first refusal.
 *
 * @throws {BudgetError} `ERR_RUN_BUDGET` when it costs more than it may
 * @throws {WindowError} `ERR_RUN_WINDOW` when too few events were kept to tell why it was refused
 * @example
 * const report = await runScenario(loadScenario(files, "basic"), { seed: "1", startAt, keys: WELL_KNOWN_KEYS, keysAre: "well-known" });
 * report.steps.map((step) => step.outcome); // ten times "ok"
 */
export async function runScenario(scenario: LoadedScenario, options: RunOptions): Promise<RunReport> {
  return (await playScenario(scenario, options)).report;
}

/** A run, and how far its timeline went. */
export interface PlayedScenario {
  readonly report: RunReport;
  /** Index of the last action that was done; -1 when none was. */
  readonly stoppedAt: number;
}

/** Plays a scenario as `runScenario` does. With `isReplay` what it expects in between counts for nothing. */
export async function playScenario(scenario: LoadedScenario, options: RunOptions, { isReplay = false } = {}): Promise<PlayedScenario> {
  const { budget = DEFAULT_BUDGET, meter } = options;
  const clock = new WatchedClock(options.startAt);
  let lastBegun = -1;
  const trace = createTrace(clock, {
    locate: (reference, subject) => locateAsChanged(scenario, reference, { last: lastBegun, cluster: subject?.cluster }),
    ...(options.keepEvents === undefined ? {} : { sink: createEndsSink(options.keepEvents) }),
  });
  const guard = createBudgetGuard({ scenario, trace, budget, meter });
  clock.watchedBy(guard);
  const onAction = (index: number): void => {
    lastBegun = index;
    guard.beginAction(index);
  };
  const world = await createWorld({
    description: scenario,
    clock,
    trace,
    random: createRandom(options.seed),
    keys: options.keys,
    openTransport: options.openTransport,
  });
  try {
    const outcome = await play(world, scenario, { onAction, isReplay });
    return { report: report({ scenario, options, world, ...outcome }), stoppedAt: outcome.stoppedAt };
  } finally {
    await world.close();
  }
}

async function play(world: World, scenario: LoadedScenario, options: TimelineOptions): Promise<TimelineOutcome> {
  const refusal = await beginWorld(world, scenario);
  return refusal === null ? performTimeline(world, scenario, options) : { refusals: [refusal], expectations: [], stoppedAt: -1 };
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
  const { recorded } = world.trace;
  const window = recorded === events.length ? {} : { window: { recorded, kept: events.length } };
  const expectations = [...inBetween, ...results].map((result) =>
    result.met || recorded === events.length ? result : { ...result, actual: `${result.actual} (in ${events.length} of ${recorded} events)` },
  );
  return {
    schema: "irsa-sim/run/v1",
    scenario: scenario.name,
    title: scenario.title,
    base: scenario.base,
    apps: listApps(scenario, world),
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
    ...window,
  };
}
