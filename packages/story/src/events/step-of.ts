import type { Step, TraceEvent } from "@irsa-sim/core";
import { exchangeAround } from "./exchange-around.js";

/** The step that an event belongs to; `null` for one within an exchange that belongs to none, such as the checks of the pod's token for the API server. */
export function stepOf(event: TraceEvent, events: readonly TraceEvent[]): Step | null {
  const outer = exchangeAround(event, events);
  return outer !== null && outer.step === null ? null : event.step;
}
