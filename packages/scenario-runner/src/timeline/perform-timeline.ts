import type { ExpectationResult } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";
import { compareReplicas } from "../report/compare-replicas.js";
import { findLocatedWarnings } from "../report/find-located-warnings.js";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { replicateAction } from "./replicate-action.js";
import { settle } from "./settle.js";
import type { ExpectedNow, PlannedAction } from "./timeline-entry.js";

/** How a timeline ended. */
export interface TimelineOutcome {
  /** What each replica was told at the action at which it stopped, or one for all; `null` where nothing was refused. */
  readonly refusals: readonly (Refusal | null)[];
  /** Line by line of the expectations in between. */
  readonly expectations: readonly ExpectationResult[];
  /** Index of the last action that was done; -1 when none was. */
  readonly stoppedAt: number;
}

/** What is done besides. */
export interface TimelineOptions {
  /** Told of each action, from 0, before it is done. */
  readonly onAction?: (index: number) => void;
  /** Whether expectations in between are passed over, but for saying that a refusal does not end the run; `false` when absent. */
  readonly isReplay?: boolean;
}

/**
 * Does what the timeline says, in order, and lets the actors do what follows from it before it goes on.
 * It stops at the first refusal, unless the next action expects it, and at the first expectation that is missed.
 */
export async function performTimeline(
  world: World,
  scenario: Pick<LoadedScenario, "timeline" | "locate" | "replicas">,
  { onAction = () => {}, isReplay = false }: TimelineOptions = {},
): Promise<TimelineOutcome> {
  const expectations: ExpectationResult[] = [];
  let refusals: readonly (Refusal | null)[] = [null];
  let stoppedAt = -1;
  for (const [index, entry] of scenario.timeline.entries()) {
    onAction(index);
    if (entry.kind === "expect") {
      const results = isReplay ? [] : compareNow(world, scenario, { index, entry, refusals });
      expectations.push(...results);
      if (results.some(({ met }) => !met)) break;
      if (entry.expect.outcome === "refused") refusals = [null];
    } else if (refusals.some((refusal) => refusal !== null)) break;
    else {
      stoppedAt = index;
      refusals = await performForAll(world, entry, scenario.replicas);
    }
  }
  return { refusals, expectations, stoppedAt };
}

interface Moment {
  readonly index: number;
  readonly entry: ExpectedNow;
  readonly refusals: readonly (Refusal | null)[];
}

/** The lines of an expectation in between, with the action's number in front: `timeline[3].error.code`. */
function compareNow(world: World, scenario: Pick<LoadedScenario, "locate" | "replicas">, { index, entry, refusals }: Moment): readonly ExpectationResult[] {
  const { locate } = scenario;
  const written = { expect: entry.expect, locate: (pointer: string) => locate(`expect/${index}`, pointer) };
  const { results } = compareReplicas(written, { world, scenario, warnings: findLocatedWarnings(world.trace.events, { locate }), refusals });
  return results.map((result) => ({ ...result, path: `timeline[${index}].${result.path}` }));
}

/** Each replica has its turn, whatever became of those before it; then what follows by itself. */
async function performForAll(world: World, planned: PlannedAction, replicas: number): Promise<readonly (Refusal | null)[]> {
  const refusals: (Refusal | null)[] = [];
  for (const { definition, action, objects, cluster } of replicateAction(planned, replicas)) {
    const isEverywhere = cluster === null && definition.isEverywhere?.(action) === true;
    refusals.push(await definition.perform(isEverywhere ? world : world.inCluster(cluster), action, objects));
  }
  return refusals.some((refusal) => refusal !== null) ? refusals : [await settle(world)];
}
