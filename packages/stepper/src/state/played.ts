import type { RunStory } from "@irsa-sim/story";

/** A scenario that was played, and what can be done with it. */
export interface Played {
  readonly story: RunStory;
  readonly lesson: Lesson | null;
  /** Whether the scenario says what makes it succeed. */
  readonly hasFix: boolean;
  /** What was broken, edited or mended since it was read, for people; empty for the scenario as it is written. */
  readonly changes: readonly string[];
  /** What can be broken. */
  readonly breakages: readonly Choice[];
  /** The catalogue of causes, to predict from. */
  readonly causes: readonly Choice[];
  /** The files that can be edited. */
  readonly documents: readonly Choice[];
}

/** An entry of a menu. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** A scenario's lesson, as it is written. */
export interface Lesson {
  readonly story: string | null;
  readonly question: string | null;
  readonly hints: readonly string[];
  readonly reveal: string | null;
}
