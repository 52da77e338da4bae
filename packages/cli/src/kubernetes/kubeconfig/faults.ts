import type { ProblemList } from "@irsa-sim/documents";

/** What reading takes from outside. */
export interface KubeconfigReading {
  /** The context that somebody named; the current one when `null`. */
  readonly context: string | null;
  /** Whether a program that makes credentials may be run. */
  readonly allowsPrograms: boolean;
  /** The text of a file that a kubeconfig names, by a path that may be relative to it; `null` when there is none. */
  readBeside(kubeconfig: string, path: string): string | null;
}

/** The same, and where faults go. */
export interface Faults extends KubeconfigReading {
  readonly problems: ProblemList;
}
