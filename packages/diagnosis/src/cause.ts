/**
 * A cause: one way in which IRSA fails people. It is recognised in the trace, never by a scenario's name.
 */
import type { CheckEvent, Edit, NoteEvent, TraceEvent, Warning } from "@irsa-sim/core";
import type { FailureView } from "./failure-view.js";
import type { Met } from "./met.js";
import type { Rank } from "./rank.js";

/** What a diagnosis starts from when an actor's check failed. */
export interface Symptom extends FailureView {
  readonly check: CheckEvent;
}

/** What it starts from when nobody's check failed: the SDK, the kubelet or the developer's tool gave up by itself, or nobody answered. */
export type OwnError = FailureView;

/** What a cause says of one failed run. */
export interface Explanation {
  /** What really happened, in one sentence, with the values of this run. */
  readonly because: string;
  /** What to do, with the values of this run. */
  readonly fix: string;
  /** `fix` as a patch, where it is one of documents; all of it together. */
  readonly edits?: readonly Edit[];
  /** The check of an earlier refusal that this one follows from: what is behind it is told too, and its fix is the one to try. */
  readonly behind?: CheckEvent;
}

/** One cause of the catalogue. */
export interface Cause {
  /** Stable id, as in failures.md where it has one: `trust-sub-mismatch`. */
  readonly id: string;
  /** Of several causes that fit, those of the first rank count. */
  readonly rank: Rank;
  /** How widely it is met; left out where reports were not counted. */
  readonly met?: Met;
  /** Ids of causes that say the same less exactly: this one takes their place. */
  readonly narrows?: readonly string[];
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
  /** Recognises the cause where the app has no identity of its own, whatever was refused for it, or answers `null`. */
  readonly explainNoIdentity?: (view: FailureView) => Explanation | null;
  /** Finds the cause where nothing was refused for it: what lets too many in, what has no effect, what works as somebody else. */
  readonly warn?: (events: readonly TraceEvent[]) => readonly Omit<Warning, "cause">[];
}

/** The last note of a name, for example the webhook's last decision; `null` when there is none. */
export function lastNote(events: readonly TraceEvent[], name: string): NoteEvent | null {
  return events.findLast((event): event is NoteEvent => event.kind === "note" && event.name === name) ?? null;
}

/** The events from a number on; they need not be all. */
export function since(events: readonly TraceEvent[], seq: number): readonly TraceEvent[] {
  return events.filter((event) => event.seq >= seq);
}

/** The last check of a name that passed, for example which provider STS found; `null` when none did. */
export function lastPassed(events: readonly TraceEvent[], name: string): CheckEvent | null {
  return events.findLast((event): event is CheckEvent => event.kind === "check" && event.check === name && event.passed) ?? null;
}

/** Where a value was written, for a sentence: `trust-policy.json:14`, or what holds it where no file does. */
export function placeOf(finding: CheckEvent["expected"], otherwise: string): string {
  const { from } = finding;
  if (from?.line === undefined) return otherwise;
  // The file's own name: the way to it depends on where somebody stands, and stands beside the value in every view.
  return `${from.file.slice(from.file.lastIndexOf("/") + 1)}:${from.line}`;
}
