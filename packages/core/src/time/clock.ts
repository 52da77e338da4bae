/**
 * Time as every actor sees it. One clock serves a whole run; nobody else asks what time it is.
 * `VirtualClock` jumps from event to event; the clock that keeps real time is `WallClock` in `node-host`.
 */
import type { EpochMillis } from "./epoch.js";
import type { Latch } from "./latch.js";
import type { WaitOptions } from "./wait-options.js";

/** Work that is due at an instant; it is awaited before time moves on. */
export type ClockTask = () => Promise<void> | void;

/** A handle on scheduled work. */
export interface ClockTimer {
  /** Takes the work off the queue; does nothing when it has already run. */
  cancel(): void;
}

/**
 * The one source of time for an actor.
 *
 * A task is one thread of control: what it awaits, other than another clock's time or a message, it awaits through the clock,
 * one wait after another. `race` and `all` give each of their branches a thread of its own.
 */
export interface Clock {
  /** The present instant. */
  now(): EpochMillis;
  /** Runs `task` once at `instant`; work for the same instant runs in the order in which it was scheduled. */
  at(instant: EpochMillis, task: ClockTask): ClockTimer;
  /** Runs `task` every `periodMs` milliseconds, first after one period. */
  every(periodMs: number, task: ClockTask): ClockTimer;
  /** Pauses the running task for `durationMs` milliseconds of this clock. */
  sleep(durationMs: number, options?: WaitOptions): Promise<void>;
  /**
   * `Promise.race` over waits: settles as the branch that is first to settle.
   *
   * Its signal then tells the others to give up. What they come to is nobody's business any more, a rejection included; but one that goes on
   * all the same is waited for, as any task is, before time moves.
   *
   * @example
   * const answer = await clock.race([(signal) => ask(signal), (signal) => clock.sleep(5000, { signal }).then(() => null)]);
   */
  race<T>(branches: readonly ((signal: AbortSignal) => Promise<T>)[]): Promise<T>;
  /** `Promise.all` over waits: the values in the order of the branches, or the first rejection; the other branches then run on to their ends. */
  all<T>(branches: readonly (() => Promise<T>)[]): Promise<T[]>;
  /** Creates a wait for something that is not time. */
  createLatch<T>(): Latch<T>;
  /** The same time as an actor with a wrong clock sees it: `seconds` ahead, or behind when negative. */
  skewed(seconds: number): Clock;
}
