/**
 * A run as its views see it, and the shape of `irsa-sim run --json`; nothing in it is computed by a view.
 * @see design, "The command line"
 */
import type { Json } from "../json/json.js";
import type { Step } from "../names/step.js";
import type { EpochMillis } from "../time/epoch.js";
import type { EventPattern } from "./event-pattern.js";
import type { Subject } from "./subject.js";
import type { SourceReference, TraceEvent } from "./trace-event.js";

/** What became of a step: the evidence stands in the trace, an actor refused in it, or its evidence is missing. */
export type StepOutcome = "ok" | "refused" | "not-reached";

/** One thing that must stand in the trace for a step to count as done. */
export interface EvidenceResult {
  /** For people: `the webhook answered with a JSON Patch`. */
  readonly what: string;
  /** Which events show it. */
  readonly pattern: EventPattern;
  /** The first event that shows it; `null` when there is none. */
  readonly event: number | null;
}

/** One of the ten steps. */
export interface StepReport {
  readonly step: Step;
  readonly title: string;
  /** Why the step exists. */
  readonly why: string;
  /** What happens on the wire, and where the usual telling departs from it. */
  readonly technical: string;
  readonly outcome: StepOutcome;
  readonly evidence: readonly EvidenceResult[];
}

/** The refusal that ended a run. */
export interface Failure {
  readonly step: Step;
  /** The service's own code, for example `AccessDenied`. */
  readonly code: string;
  /** HTTP status; `null` when no response came. */
  readonly status: number | null;
  /** The service's own text. */
  readonly message: string;
  /** Id in the catalogue of causes; `null` when none fits. */
  readonly cause: string | null;
  /** The check that failed, for example `sts.trust-policy`. */
  readonly check: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly expectedFrom: SourceReference | null;
  readonly actualFrom: SourceReference | null;
  /** What really happened, in one sentence. */
  readonly because: string | null;
  readonly fix: string | null;
  /** `fix` as a patch, all of it together; empty where it is none of documents and settings. */
  readonly edits: readonly Edit[];
  /** Whether `edits` were applied to the scenario's documents and the run then went well; a hint where to look when not. */
  readonly isFixTried: boolean;
  /** What is behind the refusal as well: causes as sure as the first, and those that showed once it was mended. */
  readonly also: readonly FurtherCause[];
  /** The failed check's event. */
  readonly event: number | null;
  /** Whom it concerns, as far as that is known. */
  readonly subject: Subject;
}

/** A change of one value in a document. */
export interface Edit {
  /** As a trace's places name it: `role/NAME/trust-policy`, `ServiceAccount/NAMESPACE/NAME`; `call` for the app's call that failed, `account/ID`, `webhook` and `cluster` for settings. */
  readonly source: string;
  /** RFC 6901, into the document; `-` in a list is the place behind its last item. */
  readonly pointer: string;
  /** What stands there then; `null` takes it away. */
  readonly value: Json;
}

/** A cause beside the first. */
export interface FurtherCause {
  readonly cause: string;
  readonly because: string;
  readonly fix: string;
}

/** Something that nobody was refused for and is wrong all the same: it lets too many in, has no effect, or works as somebody else. */
export interface Warning {
  /** Id in the catalogue of causes. */
  readonly cause: string;
  /** What is wrong, in one sentence. */
  readonly because: string;
  readonly fix: string;
  /** Where it was written; `null` when no file says it. */
  readonly from: SourceReference | null;
}

/** One line of the scenario's `expect`, and how it came out. */
export interface ExpectationResult {
  /** `error.code`. */
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
  readonly met: boolean;
  /** Where the line stands; `null` when no file says it. */
  readonly from: SourceReference | null;
}

/** Who calls AWS. */
export interface AppReport {
  /** Its name, where there are several. */
  readonly cluster?: string;
  /** `namespace/name`. */
  readonly pod: string;
  /** Its name in the pod; `null` when the scenario names none, which means the first. */
  readonly container: string | null;
  /** The AWS SDK that it is built with, such as `dotnet-v3`. */
  readonly sdk: string;
}

/** A finished run. */
export interface RunReport {
  readonly schema: "irsa-sim/run/v1";
  readonly scenario: string;
  readonly title: string;
  /** The scenario that this one is made from, as its file names it; `null` when from none. */
  readonly base: string | null;
  /** The apps that the timeline lets call AWS, each once, in the order of their first call. */
  readonly apps: readonly AppReport[];
  readonly seed: string;
  readonly startAt: EpochMillis;
  readonly network: "memory" | "loopback";
  /** Whether tokens are signed by the keys that ship with the simulator, which are public. */
  readonly keys: "well-known" | "fresh";
  readonly outcome: "as-expected" | "unexpected";
  /** Ten, in order. */
  readonly steps: readonly StepReport[];
  readonly failure: Failure | null;
  /** In order of the causes' ids. */
  readonly warnings: readonly Warning[];
  readonly expectations: readonly ExpectationResult[];
  readonly events: readonly TraceEvent[];
  /** Where not all events were kept: all that is said above comes from those that were, the beginning and the latest. Absent when `events` are all. */
  readonly window?: { readonly recorded: number; readonly kept: number };
}
