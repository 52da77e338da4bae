import type { CheckEvent, NoteEvent, RunReport, TraceEvent } from "@irsa-sim/core";

/** Something that people can find out on a real cluster, and that tells causes with the same message apart. */
export interface Question {
  readonly id: string;
  readonly asks: string;
  /** How to find out, with NAMES to fill in. */
  readonly commands: readonly string[];
  /** What may come out, by the word to answer with. */
  readonly answers: Readonly<Record<string, string>>;
  /** The word that a played run would answer with; `null` when the question does not arise there. */
  readonly answer: (report: RunReport) => string | null;
}

/** Answers of what is so or is not. */
export function yesOrNo(yes: string, no: string): Readonly<Record<"yes" | "no", string>> {
  return { yes, no };
}

/** Which of the two. */
export function yesIf(is: boolean): "yes" | "no" {
  return is ? "yes" : "no";
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

/** What happened to the pod whose call failed; before it has its name, it is known by what its controller begins that name with. */
export function eventsOfPod(report: RunReport): readonly TraceEvent[] {
  const pod = failedCall(report)?.subject?.pod;
  if (pod === undefined) return [];
  return report.events.filter(({ subject }) => subject?.pod === pod || (subject?.pod?.endsWith("-") === true && pod.startsWith(subject.pod)));
}

/** Notes among them. */
export function notesOfPod(report: RunReport): readonly NoteEvent[] {
  return eventsOfPod(report).filter((event): event is NoteEvent => event.kind === "note");
}
