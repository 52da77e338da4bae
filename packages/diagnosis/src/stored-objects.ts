import type { ChangeEvent, JsonObject, TraceEvent } from "@irsa-sim/core";

/** Objects of a kind as they were stored, in order; one that was changed stands once for each change. */
export function storedObjects<Kind extends JsonObject>(events: readonly TraceEvent[], kind: string): readonly Kind[] {
  return events
    .filter((event): event is ChangeEvent => event.kind === "change")
    .flatMap(({ after }) => ((after as JsonObject | null)?.kind === kind ? [after as Kind] : []));
}
