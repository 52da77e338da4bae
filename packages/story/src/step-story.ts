import type { CheckEvent, Step } from "@irsa-sim/core";
import type { Arrow } from "./arrow.js";
import type { Moment } from "./moment.js";

/**
 * What became of a step as one story sees it. Never `passed` where a call was refused.
 * `refused`: a check of this step failed, or a call that it made, and nothing later made it good. `stopped`: it did its part, but what it sent was refused in
 * a later step. `recovered`: refused first, later passed. `incomplete`: something happened, and evidence is missing. `not-reached`: nothing happened, or nothing
 * any more since the refusal that ended the run.
 */
export type StoryOutcome = "passed" | "refused" | "stopped" | "recovered" | "incomplete" | "not-reached";

/** One of the ten steps in one story. */
export interface StepStory {
  readonly step: Step;
  readonly title: string;
  readonly why: string;
  readonly technical: string;
  readonly outcome: StoryOutcome;
  /** Of a stopped step: where what it sent was refused. */
  readonly stoppedBy: Step | null;
  /** What must stand in the trace and does not, for people; empty where all does. */
  readonly missing: readonly string[];
  /** What came of it in a few words, in parts: `24 h`, `sts.amazonaws.com`; empty where nothing can be said. */
  readonly summary: readonly string[];
  /** Exchanges, checks, changes and notes, in the order in which they began. */
  readonly moments: readonly Moment[];
  readonly arrows: readonly Arrow[];
  /** Of a refused step those of the pass that was refused; of any other each check once, as it came out last. */
  readonly checks: readonly CheckEvent[];
}
