import type { ExpectationResult } from "@irsa-sim/core";
import { compareExpectations } from "../report/compare-expectations.js";
import { findFailure } from "../report/find-failure.js";
import { findLocatedWarnings } from "../report/find-located-warnings.js";
import { findPrincipal } from "../report/find-principal.js";
import { createObserver } from "../report/observe.js";
import type { Refusal } from "../report/refusal.js";
import type { LoadedScenario, TimelineAction } from "../scenario/loaded-scenario.js";
import type { World } from "../world.js";
import { performAdvance } from "./advance.js";
import { performApply } from "./apply.js";
import { performCall } from "./call.js";
import { performDelete } from "./delete.js";
import { performExit } from "./exit.js";
import { performFault } from "./fault.js";
import { performIamChange } from "./iam.js";
import { performRead } from "./read.js";
import { performRestart } from "./restart.js";
import { performRotation } from "./rotate-issuer-key.js";

/** How a timeline ended. */
export interface TimelineOutcome {
  /** The refusal at which it stopped; `null` when it came to its end. */
  readonly refusal: Refusal | null;
  /** Line by line of the expectations in between. */
  readonly expectations: readonly ExpectationResult[];
}

/**
 * Does what the timeline says, in order, and lets the actors do what follows from it before it goes on.
 * It stops at the first refusal, unless the next action expects it, and at the first expectation that is missed.
 */
export async function performTimeline(world: World, scenario: Pick<LoadedScenario, "timeline" | "locate">): Promise<TimelineOutcome> {
  const expectations: ExpectationResult[] = [];
  let refusal: Refusal | null = null;
  for (const [index, action] of scenario.timeline.entries()) {
    if (action.kind === "expect") {
      const results = compareNow(world, scenario, { index, action, refusal });
      expectations.push(...results);
      if (results.some(({ met }) => !met)) break;
      if (refusal !== null && action.expect.outcome === "refused") refusal = null;
    } else if (refusal !== null) break;
    else refusal = (await perform(world, action)) ?? (await settle(world));
  }
  return { refusal, expectations };
}

interface Moment {
  readonly index: number;
  readonly action: Extract<TimelineAction, { kind: "expect" }>;
  readonly refusal: Refusal | null;
}

/** The lines of an expectation in between, with the action's number in front: `timeline[3].error.code`. */
function compareNow(world: World, { locate }: Pick<LoadedScenario, "locate">, { index, action, refusal }: Moment): readonly ExpectationResult[] {
  const { events } = world.trace;
  const failure = refusal === null ? null : findFailure(events, refusal);
  const results = compareExpectations(
    { expect: action.expect, locate: (pointer) => locate(`expect/${index}`, pointer) },
    { failure, warnings: findLocatedWarnings(events, { locate }), principal: findPrincipal(events), observe: createObserver(world) },
  );
  return results.map((result) => ({ ...result, path: `timeline[${index}].${result.path}` }));
}

function perform(world: World, action: Exclude<TimelineAction, { kind: "expect" }>): Promise<Refusal | null> {
  switch (action.kind) {
    case "apply":
      return performApply(world, action);
    case "call":
      return performCall(world, action);
    case "delete":
      return performDelete(world, action);
    case "advance":
      return performAdvance(world, action);
    case "exit":
      return performExit(world, action);
    case "fault":
      return performFault(world, action);
    case "read":
      return performRead(world, action);
    case "restart":
      return performRestart(world, action);
    case "rotate-issuer-key":
      return performRotation(world, action);
    case "iam":
      return performIamChange(world, action);
  }
}

/** Runs what is due at this very instant: the kubelet wakes up, a background call goes out. */
async function settle(world: World): Promise<Refusal | null> {
  await world.clock.advanceBy(0);
  return world.takeBackgroundRefusal();
}
