import type { TestedScenario } from "../catalogue/tested-scenario.js";

/** A scenario as the page finds it. */
export interface OpenedScenario {
  /** `scenarios/basic`, or `own/my-scenario` for a folder that is among `files`. */
  readonly folder: string;
  readonly cell: string | null;
  /** Texts of the user's own by path; empty for a scenario that ships. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a page shows first instead of the happy path, as `irsa-sim ui`, `irsa-sim run --html` and `irsa-sim test --html` write it into a block of its own. */
export interface OpenedBlock extends OpenedScenario {
  /** A run's JSON that is shown as it is (irsa-sim/run/v1); `null` where the page plays the scenario itself. */
  readonly report: string | null;
  /** What the command played with, so that the page plays the same; `null` where it played nothing. `startAt` in milliseconds since the epoch. */
  readonly conditions: { readonly seed: string; readonly startAt: number } | null;
  /** What a test found; empty where there was none. */
  readonly results: readonly TestedScenario[];
  /** Where real clients call it: the name of `report` for whoever serves the page and tells what comes after it. */
  readonly live?: string;
}
