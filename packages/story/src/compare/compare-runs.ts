import type { TraceEvent } from "@irsa-sim/core";
import { byStep } from "../events/by-step.js";
import type { RunStory } from "../run-story.js";
import type { StepStory } from "../step-story.js";
import { eventLeaves, type Leaf } from "./event-leaves.js";
import { findDifference } from "./find-difference.js";
import type { Difference, RunComparison, StepComparison } from "./run-comparison.js";

/**
 * Compares two runs as their main stories tell them: where they part first, and each step.
 *
 * @example
 * compareRuns(createRunStory(basic), createRunStory(report)).first?.what; // "CreateRole"
 */
export function compareRuns(base: RunStory, here: RunStory): RunComparison {
  const leavesOf = rememberedLeaves();
  const [inBase, told] = [byStep(base.main.events, base.report.events), byStep(here.main.events, here.report.events)];
  const steps = here.main.steps.map((step, index): StepComparison => {
    const difference = stepDifference(inBase.get(step.step) ?? [], told.get(step.step) ?? [], leavesOf);
    return { step: step.step, outcome: decideSameness(base.main.steps[index] as StepStory, step, difference === null), difference };
  });
  return { first: findDifference(base.main.events, here.main.events, leavesOf), steps };
}

/** Messages, checks and changes first: what an actor notes beside them, they tell too. */
function stepDifference(inBase: readonly TraceEvent[], here: readonly TraceEvent[], leavesOf: LeavesOf): Difference | null {
  const isNoNote = ({ kind }: TraceEvent): boolean => kind !== "note";
  return findDifference(inBase.filter(isNoNote), here.filter(isNoNote), leavesOf) ?? findDifference(inBase, here, leavesOf);
}

type LeavesOf = (event: TraceEvent) => readonly Leaf[];

/** Each event is decoded once, however often it is compared. */
function rememberedLeaves(): LeavesOf {
  const remembered = new Map<TraceEvent, readonly Leaf[]>();
  return (event) => {
    const leaves = remembered.get(event) ?? eventLeaves(event);
    remembered.set(event, leaves);
    return leaves;
  };
}

function decideSameness(inBase: StepStory, here: StepStory, isSame: boolean): StepComparison["outcome"] {
  if (isSame && inBase.outcome === here.outcome) return "same";
  if (inBase.moments.length === 0 && here.moments.length > 0) return "only-here";
  return here.moments.length === 0 && inBase.moments.length > 0 ? "only-in-base" : "differs";
}
