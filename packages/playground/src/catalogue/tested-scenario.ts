/** One result of a test, and where its scenario stands. */
export interface TestedScenario {
  readonly name: string;
  readonly title: string;
  readonly outcome: "passed" | "failed" | "invalid" | "exceeded";
  /** The first line that came out otherwise than expected; `null` for none. */
  readonly problem: string | null;
  readonly folder: string;
  readonly cell: string | null;
}
