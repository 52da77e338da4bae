import { type Failure, fitsEvent, type StepOutcome, type StepReport, type TraceEvent } from "@irsa-sim/core";
import type { StepDefinition } from "../steps/step-definition.js";
import { STEP_DEFINITIONS } from "../steps/steps.js";

/**
 * Decides what became of each step, from its evidence in the trace. What belongs to no step is no evidence.
 *
 * @param failure the refusal that ended the run; steps behind it count only what happened from `failedFrom` on, so that an earlier
 *   pass through them does not hide that the failing pass never got there
 * @param failedFrom `seq` of the first event of the failing action
 */
export function reportSteps(events: readonly TraceEvent[], failure: Failure | null, failedFrom: number): readonly StepReport[] {
  return STEP_DEFINITIONS.map((definition) => {
    const counted = failure !== null && definition.step > failure.step ? events.filter(({ seq }) => seq >= failedFrom) : events;
    const evidence = definition.evidence.map(({ what, pattern }) => ({
      ...{ what, pattern },
      event: counted.find((event) => fitsEvent(pattern, event))?.seq ?? null,
    }));
    const complete = evidence.every(({ event }) => event !== null);
    return { ...describe(definition), outcome: decideOutcome(definition, { failure, complete }), evidence };
  });
}

function decideOutcome(definition: StepDefinition, found: { readonly failure: Failure | null; readonly complete: boolean }): StepOutcome {
  if (found.failure?.step === definition.step) return "refused";
  return found.complete ? "ok" : "not-reached";
}

function describe({ step, title, why, technical }: StepDefinition): Pick<StepReport, "step" | "title" | "why" | "technical"> {
  return { step, title, why, technical };
}
