import type { Step } from "@irsa-sim/core";

/** Where two runs differ. What differs by chance alone, such as ids, keys and what is made from them, does not count. */
export interface RunComparison {
  /** The first place where they part; `null` when they never do. */
  readonly first: Difference | null;
  /** Ten, in order, each as the runs' main stories have it. */
  readonly steps: readonly StepComparison[];
}

export interface StepComparison {
  readonly step: Step;
  /** `only-here` and `only-in-base`: nothing happened in the other. */
  readonly outcome: "same" | "differs" | "only-here" | "only-in-base";
  /** The first in this step; `null` when it is the same. */
  readonly difference: Difference | null;
}

export interface Difference {
  readonly step: Step | null;
  /** `seq` in the base, and here; `null` where the other run has one event more. */
  readonly base: number | null;
  readonly here: number | null;
  /** What the event is, for people: `CreateRole`, `check sts.trust-policy`. */
  readonly what: string;
  /** Where in the event, such as `request/PolicyDocument/Statement/0`; empty when the whole event differs. */
  readonly path: string;
  /** Both values there; empty where there is none. */
  readonly expected: string;
  readonly actual: string;
}
