/** What is known of errors and their causes from scenarios that were played: data that is made when the command is built. */

/** A refused run. */
export interface IndexedRun {
  readonly scenario: string;
  readonly title: string;
  readonly cause: string;
  readonly step: number;
  readonly code: string;
  readonly status: number | null;
  /** Of the app that failed; `null` when none called. */
  readonly sdk: string | null;
  /** By question's id, as far as the run answers it. */
  readonly answers: Readonly<Record<string, string>>;
}

/** A text that somebody saw. */
export interface IndexedText {
  /** With blanks between them. */
  readonly words: string;
  /** Positions in the list of runs: those that ended with it, and those in which it was only seen on the way. */
  readonly ended: readonly number[];
  readonly passed: readonly number[];
}

/** All of them. */
export interface ExplainIndex {
  readonly schema: "irsa-sim/explain-index/v1";
  readonly runs: readonly IndexedRun[];
  readonly texts: readonly IndexedText[];
}
