/**
 * Who is at work on a clock. A thread is a task, or a branch of one, between two waits; time may move when none is left.
 * JavaScript does not tell whose code runs, so threads are counted, not named: each wait gives one back and each end of a wait takes one.
 */
import type { ClockTask } from "./clock.js";

/** Ends a wait: the thread goes on at once. Only the first end counts. */
export interface Wake<T> {
  resolve(value: T): void;
  reject(reason: unknown): void;
}

/** Puts the wait where its end will come from; the result takes it away from there. */
export type Parking<T> = (wake: Wake<T>) => (() => void) | undefined;

/** Counts the threads of a clock. */
export class Threads {
  #running = 0;
  #onIdle: (() => void)[] = [];
  #failure: { readonly error: unknown } | null = null;
  readonly #parked = new Set<(reason: unknown) => void>();

  /** Begins a thread; what it throws is thrown by {@link idle}. */
  start(task: ClockTask): void {
    this.#running += 1;
    void (async () => {
      try {
        await task();
      } catch (error) {
        this.#failure ??= { error };
      }
      this.#leave();
    })();
  }

  /**
   * Pauses the running thread until it is woken or `signal` aborts.
   *
   * @param what the wait as its caller knows it, for the message
   */
  park<T>(what: string, parking: Parking<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    if (this.#running <= 0) {
      throw new Error(
        `${what} was called outside a task of this clock, or twice at once in one; start the work with run() or at(), and wait for several things with all() or race()`,
      );
    }
    return new Promise<T>((resolve, reject) => {
      const wake = (): boolean => {
        if (!this.#parked.delete(abandon)) return false;
        signal?.removeEventListener("abort", abort);
        this.#running += 1;
        return true;
      };
      const abandon = (reason: unknown): void => {
        takeAway?.();
        if (wake()) reject(reason);
      };
      const abort = (): void => abandon(signal?.reason);
      this.#parked.add(abandon);
      signal?.addEventListener("abort", abort);
      const takeAway = parking({
        resolve: (value) => {
          if (wake()) resolve(value);
        },
        reject: (reason) => {
          if (wake()) reject(reason);
        },
      });
      this.#leave();
    });
  }

  /** Ends every wait with `reason`. */
  abandon(reason: unknown): void {
    for (const abandon of [...this.#parked]) abandon(reason);
  }

  /**
   * Waits until no thread is at work.
   *
   * @throws what the first thread that failed threw
   */
  async idle(): Promise<void> {
    while (this.#running > 0) await new Promise<void>((resolve) => this.#onIdle.push(resolve));
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure.error;
  }

  #leave(): void {
    this.#running -= 1;
    if (this.#running > 0) return;
    for (const resolve of this.#onIdle.splice(0)) resolve();
  }
}
