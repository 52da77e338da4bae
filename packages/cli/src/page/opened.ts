/** What a page shows first instead of the happy path; the page reads it from a block of its own. */
export interface Opened {
  /** `scenarios/basic`, or `own/my-scenario` for a folder that is among `files`. */
  readonly folder: string;
  readonly cell: string | null;
  /** Texts of the user's own by path; empty for a scenario that ships. */
  readonly files: Readonly<Record<string, string>>;
  /** A run's JSON that is shown as it is (irsa-sim/run/v1); `null` where the page plays the scenario itself. */
  readonly report: string | null;
}
