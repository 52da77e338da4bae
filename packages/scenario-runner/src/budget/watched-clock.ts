import { type EpochMillis, VirtualClock } from "@irsa-sim/core";

/** Is told how a clock moves, and may stop it with an error. */
export interface ClockWatch {
  /** Time is about to move on from one instant, at the latest to another. */
  willAdvance(startAt: EpochMillis, endAt: EpochMillis): void;
  /** A task has run. */
  hasRun(now: EpochMillis): void;
}

/** A virtual clock that tells a watch of all that it runs. */
export class WatchedClock extends VirtualClock {
  #watch: ClockWatch | null = null;

  /** Tells `watch` from now on. */
  watchedBy(watch: ClockWatch): void {
    this.#watch = watch;
  }

  override async run<T>(work: () => Promise<T>): Promise<T> {
    const value = await super.run(work);
    this.#watch?.hasRun(this.now());
    return value;
  }

  override advanceUntil(isOver: () => boolean, instant: EpochMillis): Promise<boolean> {
    this.#watch?.willAdvance(this.now(), instant);
    return super.advanceUntil(() => {
      this.#watch?.hasRun(this.now());
      return isOver();
    }, instant);
  }
}
