import type { ContainerName } from "./action-definition.js";
import type { CheckedEntry } from "./timeline-schema.js";

/** The containers that end when a timeline says so, and run until then. */
export function containersEnded(timeline: readonly CheckedEntry[]): readonly ContainerName[] {
  return timeline.flatMap((entry) => (entry.kind === "action" ? (entry.definition.endsContainer?.(entry.action) ?? []) : []));
}
