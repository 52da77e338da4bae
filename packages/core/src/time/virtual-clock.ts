/**
 * A discrete-event clock: time stands still while anything runs and jumps to the next due task when nothing does.
 * Leaves out: to notice every wait that goes past the clock, such as `Promise.all` over two sleeps; that is what `all` and `race` are for.
 */
import type { DrivenClock } from "./driven-clock.js";
import { addMillis, type EpochMillis } from "./epoch.js";
import { TaskClock } from "./task-clock.js";

/**
 * A clock that is moved by its owner and runs what falls due, in order of time and then of scheduling.
 *
 * @example
 * const clock = new VirtualClock(epochMillis(0));
 * clock.at(epochMillis(500), () => console.log(clock.now()));
 * await clock.advanceBy(1000); // prints 500; the clock then stands at 1000
 */
export class VirtualClock extends TaskClock implements DrivenClock {
  #now: EpochMillis;

  /** @param start the instant at which the clock stands at first */
  constructor(start: EpochMillis) {
    super();
    this.#now = start;
  }

  now(): EpochMillis {
    return this.#now;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    let outcome: { value: T } | { error: unknown } | undefined;
    this.threads.start(async () => {
      try {
        outcome = { value: await work() };
      } catch (error) {
        outcome = { error };
      }
    });
    await this.threads.idle();
    while (outcome === undefined) {
      if (!(await this.#runNext(Number.POSITIVE_INFINITY as EpochMillis))) throw new Error("the work waits for something that no task will bring about");
    }
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  async advanceBy(durationMs: number): Promise<void> {
    await this.advanceTo(addMillis(this.#now, durationMs));
  }

  async advanceTo(instant: EpochMillis): Promise<void> {
    await this.advanceUntil(() => false, instant);
  }

  async advanceUntil(isOver: () => boolean, instant: EpochMillis): Promise<boolean> {
    // Somebody may have opened a latch between two moves.
    await this.threads.idle();
    while (!isOver()) {
      if (await this.#runNext(instant)) continue;
      this.#now = Math.max(this.#now, instant) as EpochMillis;
      return false;
    }
    return true;
  }

  async #runNext(limit: EpochMillis): Promise<boolean> {
    const next = this.queue.popDue(limit);
    if (next === null) return false;
    this.#now = next.instant;
    this.threads.start(next.task);
    await this.threads.idle();
    return true;
  }
}
