import type { Clock } from "./clock.js";
import type { EpochMillis } from "./epoch.js";

/**
 * A clock in the hands of who plays a timeline. A virtual clock moves when it is told to; a wall clock moves by itself, and its owner waits.
 */
export interface DrivenClock extends Clock {
  /**
   * Runs `work` now, as a task of this clock, for as long as its pauses take.
   *
   * @returns what `work` returns
   * @throws whatever `work` throws
   */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Lets `durationMs` pass, with all that falls due on the way, the end included. */
  advanceBy(durationMs: number): Promise<void>;
  /** Lets time pass up to `instant`, with all that falls due on the way, the end included. */
  advanceTo(instant: EpochMillis): Promise<void>;
  /**
   * Lets time pass from one due task to the next until `isOver`, which is asked after each of them, and at the latest to `instant`.
   *
   * @returns whether it was over in time; the clock then stands where it became so
   */
  advanceUntil(isOver: () => boolean, instant: EpochMillis): Promise<boolean>;
}
