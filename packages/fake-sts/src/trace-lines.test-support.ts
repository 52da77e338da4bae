/** A trace as lines that a reader can follow and a golden file can hold. */
import type { Finding, TraceEvent } from "@irsa-sim/core";

/** What STS wrote of a call, one line per event; without times, which no test here moves, and with the names alone of what an evaluation recorded. */
export function traceLines(events: readonly TraceEvent[]): readonly string[] {
  return events.filter(({ actor }) => actor === "sts").map((event) => `${event.step ?? "-"} ${describe(event)}`);
}

function describe(event: TraceEvent): string {
  switch (event.kind) {
    case "span":
      return `span ${event.name}`;
    case "exchange":
      return `exchange ${event.name} with ${event.to}: ${event.request.method} ${event.request.url} accept=${event.request.headers.accept}`;
    case "note":
      return `note ${event.name} ${JSON.stringify(event.attributes)}`;
    case "change":
      return `change ${event.what} ${JSON.stringify(event.before)} -> ${JSON.stringify(event.after)}`;
    case "check": {
      const { check, title, passed, reason, expected, actual, details } = event;
      const outcome = passed ? "passed" : `failed (${reason})`;
      return `check ${check} "${title}" ${outcome}: expected ${show(expected)}; actual ${show(actual)}${details === undefined ? "" : `; details ${Object.keys(details ?? {}).join(", ")}`}`;
    }
  }
}

function show({ value, from }: Finding): string {
  return from === undefined ? value : `${value} [${from.file}${from.pointer === undefined ? "" : `#${from.pointer}`}]`;
}
