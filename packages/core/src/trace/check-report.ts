/**
 * What `irsa-sim check` finds in somebody's own files, as its views see it, and the shape of `irsa-sim check --json`.
 * @see design, "The command line"
 */
import type { Failure, StepReport } from "./run-report.js";
import type { SourceReference } from "./trace-event.js";

/** Whether a workload gets its role's credentials, and what it asks AWS for. */
export type Verdict = "works" | "broken";

/** A container, or several of a workload that are alike in all that matters here. */
export interface ContainerCheck {
  readonly names: readonly string[];
  readonly verdict: Verdict;
  /** Ten, in order. */
  readonly steps: readonly Pick<StepReport, "step" | "title" | "outcome">[];
  readonly failure: Failure | null;
  /** Where the cause stands in the files, with pointers into their documents: what the fix would change, then the values that differ. Empty when it works. */
  readonly causedAt: readonly SourceReference[];
}

/** What makes pods, or a pod itself. */
export interface WorkloadCheck {
  /** Such as `Deployment`. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly from: SourceReference;
  readonly serviceAccount: string;
  /** ARN of the role that its service account names; `null` when it names none. */
  readonly role: string | null;
  readonly issuer: string;
  readonly verdict: Verdict;
  readonly containers: readonly ContainerCheck[];
}

/** When something that works today would break. */
export type BreaksAt = "never" | "today" | "rotation" | "upgrade";

/** Something that nobody is refused for and is unwise all the same. */
export interface CheckWarning {
  /** Id in the catalogue of causes, or of the warning. */
  readonly cause: string;
  readonly message: string;
  readonly fix: string;
  readonly file: string | null;
  /** From 1; `null` when no file says it. */
  readonly line: number | null;
  /** From 1; `null` when no file says it. */
  readonly column: number | null;
  /** The workload that it is about, as `KIND NAMESPACE/NAME`; `null` for one about no single workload. */
  readonly workload: string | null;
  readonly breaksAt: BreaksAt;
}

/** Something that no document says, and what was taken for it. */
export interface Assumption {
  /** Stable, such as `oidc-provider`. */
  readonly id: string;
  readonly message: string;
}

/** Something of a file that was passed over. */
export interface CheckNotice {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A finished check. */
export interface CheckReport {
  readonly schema: "irsa-sim/check/v1";
  readonly verdict: Verdict;
  readonly workloads: readonly WorkloadCheck[];
  /** The first one's that is broken; `null` when all work. */
  readonly failure: Failure | null;
  readonly warnings: readonly CheckWarning[];
  readonly assumptions: readonly Assumption[];
  readonly notices: readonly CheckNotice[];
}
