import type { TestedScenario } from "../catalogue/tested-scenario.js";
import type { LiveBeginning } from "../live/follow-live.js";
import type { Conditions } from "../play/conditions.js";
import type { OpenScenario } from "../play/open-scenario.js";
import type { Outcome } from "../play/outcome.js";

/** What the page shows first, where whoever made it said so. */
export interface Opened {
  readonly open: OpenScenario;
  /** By which everything in the page is played. */
  readonly conditions: Conditions;
  /** What a test found; empty where there was none. */
  readonly results: readonly TestedScenario[];
  /** Where real clients call it: what the page came with, and follows from there. */
  readonly live: LiveBeginning | null;
  /** Puts the run that came with the page in the place of the one that the page played itself; the same where none came. */
  withReport(outcome: Outcome): Outcome;
}
