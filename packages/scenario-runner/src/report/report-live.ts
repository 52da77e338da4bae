import type { AppReport, EpochMillis, RunReport } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { findFailure } from "./find-failure.js";
import { findLocatedWarnings } from "./find-located-warnings.js";
import { reportSteps } from "./report-steps.js";

/** What a world without a timeline's end is reported from. */
export interface LiveReportOptions {
  readonly scenario: LoadedScenario;
  readonly world: Pick<World, "trace">;
  readonly seed: string;
  readonly startAt: EpochMillis;
  /** Who called AWS. */
  readonly apps: readonly AppReport[];
  /** The refusal that the report tells first; `null` where none is known. */
  readonly refusal: Refusal | null;
}

/**
 * The report of a world that real clients called, as views take it: nothing was expected of it, and what it says of steps comes from the events that were kept.
 *
 * @throws {WindowError} when the refused action is no longer kept
 */
export function reportLive({ scenario, world: { trace }, seed, startAt, apps, refusal }: LiveReportOptions): RunReport {
  const { events, recorded } = trace;
  const failure = refusal === null ? null : findFailure(events, refusal);
  return {
    ...{ schema: "irsa-sim/run/v1", scenario: scenario.name, title: scenario.title, base: scenario.base, apps, seed, startAt },
    ...{ network: "loopback", keys: "fresh", outcome: failure === null ? "as-expected" : "unexpected" },
    steps: reportSteps(events, failure, refusal?.action ?? 0),
    failure,
    warnings: findLocatedWarnings(events, scenario),
    expectations: [],
    events,
    ...(recorded === events.length ? {} : { window: { recorded, kept: events.length } }),
  };
}
