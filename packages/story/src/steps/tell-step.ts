import { type CheckEvent, isInside, type TraceEvent } from "@irsa-sim/core";
import type { Arrow } from "../arrow.js";
import type { StepStory } from "../step-story.js";
import { summarizeStep } from "../summary/summarize-step.js";
import { decideOutcome } from "./decide-outcome.js";
import { momentsOf } from "./moments-of.js";
import type { StepView } from "./step-view.js";

/** Tells a step as a story sees it. */
export function tellStep(view: StepView): StepStory {
  const { step, title, why, technical } = view.definition;
  const moments = momentsOf(view.own, view.arrows);
  return { step, title, why, technical, ...decideOutcome(view), summary: summarizeStep(step, moments), moments, arrows: view.arrows, checks: checksOf(view) };
}

function checksOf({ own, events, report: { failure }, step, isRefused, allArrows }: StepView): readonly CheckEvent[] {
  const checks = own.filter((event): event is CheckEvent => event.kind === "check");
  const refused = isRefused && failure?.step === step && failure.event !== null ? exchangeAround(failure.event, allArrows) : null;
  const around = refused === null ? undefined : events.find(({ seq }) => seq === refused.seq);
  return around === undefined ? onePerCheck(checks) : checks.filter((check) => isInside(events, check, around as TraceEvent));
}

/** The exchange that an event is or happened during, the innermost. */
function exchangeAround(seq: number, arrows: readonly Arrow[]): Arrow | null {
  return arrows.findLast((arrow) => arrow.seq <= seq && (arrow.endSeq ?? arrow.seq) >= seq) ?? null;
}

function onePerCheck(checks: readonly CheckEvent[]): readonly CheckEvent[] {
  return [...new Map(checks.map((check) => [check.check, check])).values()];
}
