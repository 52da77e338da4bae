/**
 * A discrete-event clock: time stands still while anything runs and jumps to the next due task when nothing does.
 * Leaves out: parallel pauses inside one task (`Promise.all` over two sleeps); a task has one thread of control.
 */
import type { Clock, ClockTask, ClockTimer } from "./clock.js";
import { addMillis, type EpochMillis } from "./epoch.js";
import { EventQueue } from "./event-queue.js";

/**
 * A clock that is moved by its owner and runs what falls due, in order of time and then of scheduling.
 *
 * @example
 * const clock = new VirtualClock(epochMillis(0));
 * clock.at(epochMillis(500), () => console.log(clock.now()));
 * await clock.advanceBy(1000); // prints 500; the clock then stands at 1000
 */
export class VirtualClock implements Clock {
  #now: EpochMillis;
  readonly #queue = new EventQueue();
  #runningTasks = 0;
  #onIdle: (() => void) | null = null;
  #failure: { readonly error: unknown } | null = null;

  /** @param start the instant at which the clock stands at first */
  constructor(start: EpochMillis) {
    this.#now = start;
  }

  now(): EpochMillis {
    return this.#now;
  }

  at(instant: EpochMillis, task: ClockTask): ClockTimer {
    return this.#queue.push(Math.max(instant, this.#now) as EpochMillis, task);
  }

  every(periodMs: number, task: ClockTask): ClockTimer {
    if (!(periodMs > 0)) throw new RangeError(`a period must be longer than 0 ms, got ${periodMs}`);
    let next: ClockTimer;
    let cancelled = false;
    const schedule = (from: EpochMillis): void => {
      const due = addMillis(from, periodMs);
      next = this.at(due, async () => {
        await task();
        if (!cancelled) schedule(due);
      });
    };
    schedule(this.#now);
    return {
      cancel: () => {
        cancelled = true;
        next.cancel();
      },
    };
  }

  sleep(durationMs: number): Promise<void> {
    if (this.#runningTasks === 0) throw new Error("sleep() was called outside a task of this clock; start the work with run() or at()");
    return new Promise<void>((resolve) => {
      this.at(addMillis(this.#now, durationMs), () => {
        this.#runningTasks += 1;
        resolve();
      });
      this.#taskLeaves();
    });
  }

  skewed(seconds: number): Clock {
    return new SkewedClock(this, seconds * 1000);
  }

  /**
   * Runs `work` now, as a task of this clock, moving time on as far as its pauses need.
   *
   * @returns what `work` returns
   * @throws whatever `work` throws
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    let outcome: { value: T } | { error: unknown } | undefined;
    this.#start(async () => {
      try {
        outcome = { value: await work() };
      } catch (error) {
        outcome = { error };
      }
    });
    await this.#idle();
    while (outcome === undefined) {
      if (!(await this.#runNext(Number.POSITIVE_INFINITY as EpochMillis))) throw new Error("the work waits for something that no task will bring about");
    }
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  /** Moves time forward by `durationMs`, running all that falls due on the way, the end included. */
  async advanceBy(durationMs: number): Promise<void> {
    await this.advanceTo(addMillis(this.#now, durationMs));
  }

  /** Moves time forward to `instant`, running all that falls due on the way, the end included. */
  async advanceTo(instant: EpochMillis): Promise<void> {
    while (await this.#runNext(instant));
    this.#now = Math.max(this.#now, instant) as EpochMillis;
  }

  /**
   * Moves time forward from one due task to the next until `isOver`, which is asked after each of them, and at the latest to `instant`.
   *
   * @returns whether it was over in time; the clock then stands where it became so
   */
  async advanceUntil(isOver: () => boolean, instant: EpochMillis): Promise<boolean> {
    while (!isOver()) {
      if (await this.#runNext(instant)) continue;
      this.#now = Math.max(this.#now, instant) as EpochMillis;
      return false;
    }
    return true;
  }

  async #runNext(limit: EpochMillis): Promise<boolean> {
    const next = this.#queue.popDue(limit);
    if (next === null) return false;
    this.#now = next.instant;
    this.#start(next.task);
    await this.#idle();
    return true;
  }

  #start(task: ClockTask): void {
    this.#runningTasks += 1;
    void (async () => {
      try {
        await task();
      } catch (error) {
        this.#failure ??= { error };
      }
      this.#taskLeaves();
    })();
  }

  #taskLeaves(): void {
    this.#runningTasks -= 1;
    if (this.#runningTasks < 0) throw new Error("a task paused twice at once; pauses inside one task must follow one another");
    if (this.#runningTasks === 0) this.#onIdle?.();
  }

  async #idle(): Promise<void> {
    if (this.#runningTasks > 0) {
      await new Promise<void>((resolve) => {
        this.#onIdle = resolve;
      });
      this.#onIdle = null;
    }
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure.error;
  }
}

/** The time of another clock, shifted; what it schedules still runs on that clock. */
class SkewedClock implements Clock {
  readonly #clock: Clock;
  readonly #aheadMs: number;

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

  sleep(durationMs: number): Promise<void> {
    return this.#clock.sleep(durationMs);
  }

  skewed(seconds: number): Clock {
    return new SkewedClock(this, seconds * 1000);
  }
}
