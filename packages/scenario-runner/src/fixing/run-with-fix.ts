/** A refusal's fix is tried before it is told as one: applied to the scenario, in a new world, from the beginning. */
import type { Failure, FurtherCause, RunReport } from "@irsa-sim/core";
import { type PlayedScenario, playScenario, type RunOptions } from "../run-scenario.js";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { applyEdits } from "./apply-edits.js";

/** How many faults, one behind the other, are mended at most. */
const MOST_FAULTS = 4;

/** A run that is longer than so many events is not played again. */
const MOST_EVENTS = 50_000;

/**
 * Plays a scenario as `runScenario` does; where it was refused and the cause's fix is a patch, plays it again with that. What shows then is mended too, and is told beside
 * the first cause.
 *
 * @returns the report of the first run, with `isFixTried` where the run with all patches went well and nothing that worked before was refused
 * @throws {BudgetError} `ERR_RUN_BUDGET`
 * @throws {WindowError} `ERR_RUN_WINDOW`
 */
export async function runWithFix(scenario: LoadedScenario, options: RunOptions): Promise<RunReport> {
  const first = await playScenario(scenario, options);
  const { failure } = first.report;
  if (failure === null || failure.edits.length === 0 || scenario.replicas > 1 || first.report.events.length > MOST_EVENTS) return first.report;
  return { ...first.report, failure: await tryFix(scenario, options, { first, failure }) };
}

interface Refused {
  readonly first: PlayedScenario;
  readonly failure: Failure;
}

async function tryFix(scenario: LoadedScenario, options: RunOptions, { first, failure }: Refused): Promise<Failure> {
  const faults: Failure[] = [failure];
  let { stoppedAt } = first;
  let mended: LoadedScenario | null = scenario;
  while (faults.length <= MOST_FAULTS) {
    const fault = faults.at(-1) as Failure;
    mended = fault.edits.length === 0 ? null : applyEdits(mended, fault.edits, { index: stoppedAt, subject: fault.subject });
    if (mended === null) break;
    const replay = await playScenario(mended, options, { isReplay: true });
    const next = replay.report.failure;
    if (next === null) return hasNewWarning(first.report, replay.report) ? failure : tried(faults);
    // Nothing is gained by a patch that leaves the refusal as it is, or that takes something away which worked.
    if (replay.stoppedAt < stoppedAt || faults.some((known) => isSame(known, next))) break;
    faults.push(next);
    stoppedAt = replay.stoppedAt;
  }
  return { ...failure, also: [...failure.also, ...faults.slice(1).flatMap(toFurther)] };
}

function isSame(a: Failure, b: Failure): boolean {
  return a.cause === b.cause && a.because === b.because && a.subject.pod === b.subject.pod && a.subject.cluster === b.subject.cluster;
}

/** Of what is only warned of: too many are let in, or the call works as somebody else. */
const NO_SUCCESS = ["trust-too-wide", "forallvalues-vacuous", "fallback-hides-failure", "library-inverts-precedence"];

/** Nothing is mended where a call works only because everybody may make it, or as somebody else. */
function hasNewWarning(before: RunReport, after: RunReport): boolean {
  return after.warnings.some(({ cause }) => NO_SUCCESS.includes(cause) && !before.warnings.some((known) => known.cause === cause));
}

function tried(faults: readonly Failure[]): Failure {
  const [first, ...further] = faults as [Failure, ...Failure[]];
  return {
    ...first,
    fix: faults.map(({ fix }) => fix).join("; then "),
    edits: faults.flatMap(({ edits }) => edits),
    isFixTried: true,
    also: [...first.also, ...further.flatMap(toFurther)],
  };
}

function toFurther({ cause, because, fix }: Failure): readonly FurtherCause[] {
  return cause === null || because === null || fix === null ? [] : [{ cause, because, fix }];
}
