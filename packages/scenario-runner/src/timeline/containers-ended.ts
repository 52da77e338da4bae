import type { ContainerName } from "./action-definition.js";
import type { PlannedAction } from "./timeline-entry.js";
import type { CheckedEntry } from "./timeline-schema.js";

/** The containers that end when a timeline says so, and run until then. */
export function containersEnded(timeline: readonly CheckedEntry[]): readonly ContainerName[] {
  return timeline.flatMap((entry) => (entry.kind === "action" ? endedBy(entry) : []));
}

function endedBy({ definition, action, cluster }: Omit<PlannedAction, "objects">): readonly ContainerName[] {
  const ended = definition.endsContainer?.(action);
  return ended === undefined ? [] : [cluster === null ? ended : { ...ended, cluster }];
}
