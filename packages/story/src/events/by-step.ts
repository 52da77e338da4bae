import type { Step, TraceEvent } from "@irsa-sim/core";
import { stepOf } from "./step-of.js";

/** Some events of a trace by the step that they belong to, each list in order. */
export function byStep(some: readonly TraceEvent[], all: readonly TraceEvent[]): ReadonlyMap<Step | null, readonly TraceEvent[]> {
  const found = new Map<Step | null, TraceEvent[]>();
  for (const event of some) {
    const step = stepOf(event, all);
    const known = found.get(step);
    if (known === undefined) found.set(step, [event]);
    else known.push(event);
  }
  return found;
}
