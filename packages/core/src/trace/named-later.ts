/** Pods whose name the API server makes: while they are admitted they are known by what their name begins with, and only what is stored says the rest. */
import type { Subject } from "./subject.js";
import type { TraceEvent } from "./trace-event.js";

/**
 * Says of each event whom it is about, by the name that its pod has in the end.
 *
 * @param events a whole trace, in order
 */
export function createNamedLater(events: readonly TraceEvent[]): (event: TraceEvent) => Subject | undefined {
  if (!events.some(({ subject }) => isBeginning(subject))) return ({ subject }) => subject;
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  /** The outermost event around this one that is about the same beginning of a name. */
  const outermost = (event: TraceEvent): number => {
    const around = event.parent === null ? undefined : bySeq.get(event.parent);
    return around?.subject?.pod === event.subject?.pod && around !== undefined ? outermost(around) : event.seq;
  };
  const names = new Map<number, string>();
  for (const event of events) {
    const [, pod] = event.kind === "change" && isBeginning(event.subject) ? (/^Pod (.+)$/.exec(event.what) ?? []) : [];
    if (pod !== undefined) names.set(outermost(event), pod);
  }
  return (event) => {
    const pod = isBeginning(event.subject) ? names.get(outermost(event)) : undefined;
    return pod === undefined ? event.subject : { ...event.subject, pod };
  };
}

/** No pod's name ends so. */
function isBeginning(subject: Subject | undefined): boolean {
  return subject?.pod?.endsWith("-") === true;
}
