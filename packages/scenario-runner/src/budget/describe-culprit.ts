import type { TraceEvent } from "@irsa-sim/core";

/** Whose events are the most, as far as they are kept: the actor, the pod it worked for, their share and their most frequent kind. */
export function describeCulprit(events: readonly TraceEvent[]): string {
  const [who, ofWho] = largest(
    events,
    ({ actor, subject }) =>
      `${actor}${subject?.pod === undefined ? "" : ` for pod ${subject.pod}${subject.cluster === undefined ? "" : ` of cluster ${subject.cluster}`}`}`,
  );
  const [what] = largest(ofWho, nameOf);
  return ofWho.length === 0 ? "nothing that is kept" : `${who}: ${Math.round((100 * ofWho.length) / events.length)} % of all events, most often ${what}`;
}

function largest(events: readonly TraceEvent[], keyOf: (event: TraceEvent) => string): readonly [string, readonly TraceEvent[]] {
  const groups = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const key = keyOf(event);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups].reduce((most, group) => (group[1].length > most[1].length ? group : most), ["", []] as readonly [string, readonly TraceEvent[]]);
}

function nameOf(event: TraceEvent): string {
  if (event.kind === "check") return `the check ${event.check}`;
  return event.kind === "change" ? `a change of ${event.what}` : `the ${event.kind} ${event.name}`;
}
