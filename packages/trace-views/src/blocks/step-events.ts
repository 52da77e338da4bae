import { type CheckEvent, type ExchangeEvent, findEvent, isInside, type RunReport, type Step, type TraceEvent } from "@irsa-sim/core";

/** The events of one step. */
export interface StepEvents {
  readonly all: readonly TraceEvent[];
  readonly exchanges: readonly ExchangeEvent[];
  /** Of a refused step only those of the pass that was refused; of any other each check once. */
  readonly checks: readonly CheckEvent[];
}

/** Collects a step's events from the trace. */
export function stepEvents({ events, failure }: RunReport, step: Step): StepEvents {
  const all = events.filter((event) => event.step === step);
  const checks = all.filter((event): event is CheckEvent => event.kind === "check");
  const refused = failure?.step === step && failure.event !== null ? enclosingExchange(events, failure.event) : null;
  return {
    all,
    exchanges: all.filter((event): event is ExchangeEvent => event.kind === "exchange"),
    checks: refused === null ? onePerCheck(checks) : checks.filter((check) => isInside(events, check, refused)),
  };
}

function enclosingExchange(events: readonly TraceEvent[], seq: number): TraceEvent | null {
  for (let found = findEvent(events, seq); found !== null; found = found.parent === null ? null : findEvent(events, found.parent)) {
    if (found.kind === "exchange") return found;
  }
  return null;
}

function onePerCheck(checks: readonly CheckEvent[]): readonly CheckEvent[] {
  return [...new Map(checks.map((check) => [check.check, check])).values()];
}
