import type { WaitOptions } from "./wait-options.js";

/**
 * A wait for something that is not time, such as the next object of a watch.
 *
 * @example
 * const changed = clock.createLatch<string>();
 * clock.at(instant, () => changed.open("my-pod"));
 * await changed.wait(); // "my-pod", at `instant`
 */
export interface Latch<T> {
  /** Pauses the running task until the latch is open, for as long as that takes: the task does not keep time from moving. */
  wait(options?: WaitOptions): Promise<T>;
  /** Lets all who wait, and who ever will, go on at this very instant; of several values the first counts. */
  open(value: T): void;
}
