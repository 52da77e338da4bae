import type { RunStory } from "../run-story.js";
import type { StepStory } from "../step-story.js";
import { findDifference } from "./find-difference.js";
import type { RunComparison, StepComparison } from "./run-comparison.js";

/**
 * Compares two runs as their main stories tell them: where they part first, and each step.
 *
 * @example
 * compareRuns(createRunStory(basic), createRunStory(report)).first?.what; // "CreateRole"
 */
export function compareRuns(base: RunStory, here: RunStory): RunComparison {
  const steps = here.main.steps.map((step, index) => compareStep(base, here, { inBase: base.main.steps[index] as StepStory, step }));
  return { first: findDifference(base.main.events, here.main.events), steps };
}

function compareStep(base: RunStory, here: RunStory, { inBase, step }: { readonly inBase: StepStory; readonly step: StepStory }): StepComparison {
  const eventsOf = ({ main }: RunStory) => main.events.filter((event) => event.step === step.step);
  const difference = findDifference(eventsOf(base), eventsOf(here));
  return { step: step.step, outcome: decideSameness(inBase, step, difference === null), difference };
}

function decideSameness(inBase: StepStory, here: StepStory, isSame: boolean): StepComparison["outcome"] {
  if (isSame && inBase.outcome === here.outcome) return "same";
  if (inBase.moments.length === 0 && here.moments.length > 0) return "only-here";
  return here.moments.length === 0 && inBase.moments.length > 0 ? "only-in-base" : "differs";
}
