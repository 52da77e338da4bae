import type { TraceEvent } from "@irsa-sim/core";

/**
 * A trace in outline, one line an event: who did what in which step and how it came out, set in below what it is part of. Times, ids and tokens are left out, so
 * that it is the same for every seed.
 */
export function outlineTrace(events: readonly TraceEvent[]): readonly string[] {
  const depths: number[] = [];
  return events.map((event) => {
    const depth = event.parent === null ? 0 : (depths[event.parent] ?? 0) + 1;
    depths.push(depth);
    return `${"  ".repeat(depth)}${event.step ?? "-"} ${event.actor}: ${describe(event)}`;
  });
}

function describe(event: TraceEvent): string {
  switch (event.kind) {
    case "span":
      return event.name;
    case "exchange":
      return `${event.name} to ${event.to}: ${event.response?.status ?? event.failure?.code ?? "no answer"}`;
    case "check":
      return `check ${event.check}: ${event.passed ? "passed" : "failed"}`;
    case "change":
      return `change ${event.what.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "UUID")}`;
    case "note":
      return `note ${event.name}`;
  }
}
