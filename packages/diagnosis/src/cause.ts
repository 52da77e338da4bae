/**
 * A cause: one way in which IRSA fails people. It is recognised in the trace, never by a scenario's name.
 */
import type { CheckEvent, NoteEvent, TraceEvent, Warning } from "@irsa-sim/core";

/** What a diagnosis starts from when an actor's check failed. */
export interface Symptom {
  readonly events: readonly TraceEvent[];
  /** The check that failed in the refusing actor. */
  readonly check: CheckEvent;
}

/** What it starts from when nobody's check failed: the SDK, the kubelet or the developer's tool gave up by itself, or nobody answered. */
export interface OwnError {
  readonly events: readonly TraceEvent[];
  /** What the caller was told. */
  readonly told: { readonly code: string; readonly status: number | null; readonly message: string };
  /** `seq` of the first event of the action that failed. */
  readonly action: number;
}

/** What a cause says of one failed run. */
export interface Explanation {
  /** What really happened, in one sentence, with the values of this run. */
  readonly because: string;
  /** What to do, with the values of this run. */
  readonly fix: string;
}

/** One cause of the catalogue. */
export interface Cause {
  /** Stable id, as in failures.md where it has one: `trust-sub-mismatch`. */
  readonly id: string;
  readonly title: string;
  /** What people see: the error's own words, and where. */
  readonly see: string;
  /** How it comes about. */
  readonly why: string;
  /** How to prove it on a real cluster: commands, with NAMES to fill in. */
  readonly prove: readonly string[];
  /** Where people met it, or what says so. */
  readonly sources: readonly string[];
  /** Recognises the cause behind a failed check, or answers `null`. */
  readonly explain?: (symptom: Symptom) => Explanation | null;
  /** Recognises the cause where no check failed, or answers `null`. */
  readonly explainOwnError?: (error: OwnError) => Explanation | null;
  /** Finds the cause where nothing was refused for it: what lets too many in, what has no effect, what works as somebody else. */
  readonly warn?: (events: readonly TraceEvent[]) => readonly Omit<Warning, "cause">[];
}

/** The last note of a name, for example the webhook's last decision; `null` when there is none. */
export function lastNote(events: readonly TraceEvent[], name: string): NoteEvent | null {
  return events.findLast((event): event is NoteEvent => event.kind === "note" && event.name === name) ?? null;
}

/** The last check of a name that passed, for example which provider STS found; `null` when none did. */
export function lastPassed(events: readonly TraceEvent[], name: string): CheckEvent | null {
  return events.findLast((event): event is CheckEvent => event.kind === "check" && event.check === name && event.passed) ?? null;
}

/** Where a value was written, for a sentence: `trust-policy.json:14`, or the name of what holds it. */
export function placeOf(finding: CheckEvent["expected"], otherwise: string): string {
  const { from } = finding;
  if (from === undefined) return otherwise;
  // The file's own name: the way to it depends on where somebody stands, and stands beside the value in every view.
  const name = from.file.slice(from.file.lastIndexOf("/") + 1);
  return from.line === undefined ? name : `${name}:${from.line}`;
}
