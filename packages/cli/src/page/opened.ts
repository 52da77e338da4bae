/** A scenario as the page finds it. */
export interface OpenedScenario {
  /** `scenarios/basic`, or `own/my-scenario` for a folder that is among `files`. */
  readonly folder: string;
  readonly cell: string | null;
  /** Texts of the user's own by path; empty for a scenario that ships. */
  readonly files: Readonly<Record<string, string>>;
}

/** One result of a test, as the page lists it. */
export interface TestedInPage {
  readonly name: string;
  readonly title: string;
  readonly outcome: "passed" | "failed" | "invalid" | "exceeded";
  /** The first line that came out otherwise than expected; `null` for none. */
  readonly problem: string | null;
  readonly folder: string;
  readonly cell: string | null;
}

/** What a page shows first instead of the happy path; the page reads it from a block of its own. */
export interface Opened extends OpenedScenario {
  /** A run's JSON that is shown as it is (irsa-sim/run/v1); `null` where the page plays the scenario itself. */
  readonly report: string | null;
  /** What a test found; empty where there was none. */
  readonly results: readonly TestedInPage[];
}
