/**
 * A step of the flow: what it is for, what happens on the wire, and what must stand in the trace for it to count as done.
 * Nothing marks a step as done but its evidence.
 */
import type { Actor, EventPattern, JsonObject, Step } from "@irsa-sim/core";

/** One thing that must stand in the trace. */
export interface Evidence {
  /** For people: `the webhook answered with a JSON Patch`. */
  readonly what: string;
  readonly pattern: EventPattern;
}

/** One of the ten steps. */
export interface StepDefinition {
  readonly step: Step;
  readonly title: string;
  /** Why the step exists. */
  readonly why: string;
  /** What happens on the wire, and where the usual telling of the flow departs from it. */
  readonly technical: string;
  readonly evidence: readonly Evidence[];
}

/** Evidence: an exchange of this name came back with this HTTP status. */
export function answered(name: string, status: number, what: string): Evidence {
  return { what, pattern: { kind: "exchange", name, status } };
}

/** Evidence: a request of this name was sent, whatever came back. */
export function sent(name: string, what: string): Evidence {
  return { what, pattern: { kind: "exchange", name } };
}

/** Evidence: whatever an actor asked in this step, it had an answer that is no refusal. */
export function answeredIn(step: Step, actor: Actor, what: string): Evidence {
  return { what, pattern: { kind: "answered", step, actor } };
}

/** Evidence: an actor's check passed, or one of several that stand for each other. */
export function passed(check: string | readonly string[], what: string): Evidence {
  return { what, pattern: { kind: "check", check } };
}

/** Evidence: an actor noted this, with these attributes among others. */
export function noted(name: string, what: string, attributes: JsonObject = {}): Evidence {
  return { what, pattern: { kind: "note", name, attributes } };
}

/** Evidence: something changed in this step, at the hand of this actor. */
export function changed(step: Step, actor: Actor, what: string): Evidence {
  return { what, pattern: { kind: "change", step, actor } };
}
