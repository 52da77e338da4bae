import type { Clock, ClockTask, ClockTimer } from "./clock.js";
import { addMillis, type EpochMillis } from "./epoch.js";
import type { Latch } from "./latch.js";
import type { WaitOptions } from "./wait-options.js";

/** The time of another clock, shifted; what it schedules still runs on that clock. */
export class SkewedClock implements Clock {
  readonly #clock: Clock;
  readonly #aheadMs: number;

  /** @param aheadMs how far it is ahead of `clock`, in milliseconds; behind when negative */
  constructor(clock: Clock, aheadMs: number) {
    this.#clock = clock;
    this.#aheadMs = aheadMs;
  }

  now(): EpochMillis {
    return addMillis(this.#clock.now(), this.#aheadMs);
  }

  at(instant: EpochMillis, task: ClockTask): ClockTimer {
    return this.#clock.at(addMillis(instant, -this.#aheadMs), task);
  }

  every(periodMs: number, task: ClockTask): ClockTimer {
    return this.#clock.every(periodMs, task);
  }

  sleep(durationMs: number, options?: WaitOptions): Promise<void> {
    return this.#clock.sleep(durationMs, options);
  }

  race<T>(branches: readonly ((signal: AbortSignal) => Promise<T>)[]): Promise<T> {
    return this.#clock.race(branches);
  }

  all<T>(branches: readonly (() => Promise<T>)[]): Promise<T[]> {
    return this.#clock.all(branches);
  }

  createLatch<T>(): Latch<T> {
    return this.#clock.createLatch();
  }

  skewed(seconds: number): Clock {
    return new SkewedClock(this, seconds * 1000);
  }
}
