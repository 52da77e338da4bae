import { fitsEvent, type Step } from "@irsa-sim/core";
import type { StepStory } from "../step-story.js";
import { findTroubles } from "./find-troubles.js";
import type { StepView } from "./step-view.js";

type Decision = Pick<StepStory, "outcome" | "stoppedBy" | "missing">;

/** Decides what became of a step in a story, from the step's evidence and from what went wrong in it. */
export function decideOutcome(view: StepView): Decision {
  const { definition, events, own, report, isRefused, step } = view;
  const missing = definition.evidence.filter(({ pattern }) => !events.some((event) => fitsEvent(pattern, event))).map(({ what }) => what);
  const ended = isRefused ? report.failure : null;
  if (ended?.step === step) return decided("refused", missing);
  if (ended !== null && step > ended.step && definition.outcome === "not-reached") {
    return decided(
      "not-reached",
      definition.evidence.filter(({ event }) => event === null).map(({ what }) => what),
    );
  }
  const troubles = findTroubles(view);
  const standing = troubles.filter(({ isOvercome }) => !isOvercome);
  const here = standing.filter(({ decidedIn }) => decidedIn === null || decidedIn <= step);
  if (here.length > 0) return decided("refused", missing);
  const later = standing.at(-1);
  if (later !== undefined) return { outcome: "stopped", stoppedBy: later.decidedIn as Step, missing };
  if (missing.length > 0) return decided(own.length === 0 ? "not-reached" : "incomplete", missing);
  return decided(troubles.length > 0 ? "recovered" : "passed", missing);
}

function decided(outcome: Decision["outcome"], missing: readonly string[]): Decision {
  return { outcome, stoppedBy: null, missing };
}
