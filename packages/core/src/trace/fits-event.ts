import type { EventPattern } from "./event-pattern.js";
import type { TraceEvent } from "./trace-event.js";

/**
 * Whether an event is what a pattern asks for. What belongs to no step is no evidence of any.
 *
 * @example fitsEvent({ kind: "check", check: "sts.audience" }, event)
 */
export function fitsEvent(pattern: EventPattern, event: TraceEvent): boolean {
  if (event.step === null) return false;
  switch (pattern.kind) {
    case "exchange":
      return event.kind === "exchange" && event.name === pattern.name && (pattern.status === undefined || event.response?.status === pattern.status);
    case "answered":
      return event.kind === "exchange" && event.step === pattern.step && event.actor === pattern.actor && (event.response?.status ?? 500) < 300;
    case "check":
      return event.kind === "check" && [pattern.check].flat().includes(event.check) && event.passed;
    case "note":
      return (
        event.kind === "note" &&
        event.name === pattern.name &&
        Object.entries(pattern.attributes ?? {}).every(([name, value]) => event.attributes[name] === value)
      );
    case "change":
      return event.kind === "change" && event.step === pattern.step && event.actor === pattern.actor;
  }
}
