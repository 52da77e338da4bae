import { createNamedLater, type TraceEvent } from "@irsa-sim/core";
import { type StoryKey, storyKeyOf } from "./story-id.js";

/** A story's key with the events that are its own. */
export interface Division {
  readonly key: StoryKey;
  readonly own: readonly TraceEvent[];
}

/**
 * Divides a trace by the subjects of its events: each event comes into exactly one division. The cluster is first, and what a story stands within comes before it,
 * even where that has no event of its own.
 */
export function divideEvents(events: readonly TraceEvent[]): readonly Division[] {
  const found = new Map<string, { readonly key: StoryKey; readonly own: TraceEvent[] }>();
  const divisionOf = (subject: TraceEvent["subject"]): TraceEvent[] => {
    const key = storyKeyOf(subject);
    const known = found.get(key.id);
    if (known !== undefined) return known.own;
    if (key.within !== null) divisionOf(subjectOutside(key));
    const own: TraceEvent[] = [];
    found.set(key.id, { key, own });
    return own;
  };
  divisionOf({});
  const subjectOf = createNamedLater(events);
  for (const event of events) divisionOf(subjectOf(event)).push(event);
  return inOrder([...found.values()]);
}

function subjectOutside({ kind, subject: { session: _, container, pod, cluster } }: StoryKey): NonNullable<TraceEvent["subject"]> {
  const where = cluster === undefined || kind === "cluster" ? {} : { cluster };
  if (kind === "session" && pod !== undefined && container !== undefined) return { ...where, pod, container };
  return kind === "container" && pod !== undefined ? { ...where, pod } : where;
}

/** Each behind what it stands within, and otherwise as they appeared. */
function inOrder(divisions: readonly Division[]): readonly Division[] {
  const within = new Map<string | null, Division[]>();
  for (const division of divisions) {
    const inside = within.get(division.key.within);
    if (inside === undefined) within.set(division.key.within, [division]);
    else inside.push(division);
  }
  const withAll = (division: Division): readonly Division[] => [division, ...(within.get(division.key.id) ?? []).flatMap(withAll)];
  return (within.get(null) ?? []).flatMap(withAll);
}
