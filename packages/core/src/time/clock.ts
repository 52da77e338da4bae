/**
 * Time as every actor sees it. One clock serves a whole run; nobody else asks what time it is.
 * Leaves out: the wall clock that real clients need; `node-host` supplies it.
 */
import type { EpochMillis } from "./epoch.js";

/** Work that is due at an instant; it is awaited before time moves on. */
export type ClockTask = () => Promise<void> | void;

/** A handle on scheduled work. */
export interface ClockTimer {
  /** Takes the work off the queue; does nothing when it has already run. */
  cancel(): void;
}

/** The one source of time for an actor. */
export interface Clock {
  /** The present instant. */
  now(): EpochMillis;
  /** Runs `task` once at `instant`; work for the same instant runs in the order in which it was scheduled. */
  at(instant: EpochMillis, task: ClockTask): ClockTimer;
  /** Runs `task` every `periodMs` milliseconds, first after one period. */
  every(periodMs: number, task: ClockTask): ClockTimer;
  /** Pauses the running task for `durationMs` milliseconds of this clock. */
  sleep(durationMs: number): Promise<void>;
  /** The same time as an actor with a wrong clock sees it: `seconds` ahead, or behind when negative. */
  skewed(seconds: number): Clock;
}
