import type { CheckEvent, NoteEvent, RunReport, TraceEvent } from "@irsa-sim/core";

/** Something that people can find out on a real cluster, and that tells causes with the same message apart. */
export interface Question {
  readonly id: string;
  /** To be answered with yes or no. */
  readonly asks: string;
  /** How to find out, with NAMES to fill in. */
  readonly commands: readonly string[];
  /** What a played run would answer; `null` when it does not arise there. */
  readonly answer: (report: RunReport) => boolean | null;
}

/** The check that ended a run; `null` when none did. */
export function failedCheck({ failure, events }: RunReport): CheckEvent | null {
  const event = failure === null || failure.event === null ? undefined : events.find(({ seq }) => seq === failure.event);
  return event?.kind === "check" ? event : null;
}

/** The app's call that failed last; `null` when none did. */
export function failedCall({ events }: RunReport): NoteEvent | null {
  return events.findLast((event): event is NoteEvent => event.kind === "note" && event.name === "sdk.call" && event.attributes.ok === false) ?? null;
}

/** What happened to the pod whose call failed. */
export function eventsOfPod(report: RunReport): readonly TraceEvent[] {
  const pod = failedCall(report)?.subject?.pod;
  return pod === undefined ? [] : report.events.filter(({ subject }) => subject?.pod === pod);
}
