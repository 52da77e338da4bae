import type { ClockTimer, EpochMillis } from "@irsa-sim/core";
import type { Rest } from "./decide-rest.js";

/** A look in the queue; while its pod rests, the instant moves on from look to look. */
export interface QueuedSync {
  at: EpochMillis;
  /** Of those for one instant the lower one comes first. */
  order: number;
  /** `null` once it is to be done. */
  rest: Rest | null;
  isCancelled: boolean;
  /** Ends the rest, or does the look. */
  timer: ClockTimer;
  sync(): Promise<void>;
}

/** A point in the order of looks. */
export type Turn = Pick<QueuedSync, "at" | "order">;

/** Whether `a` comes before `b`. */
export function isBefore(a: Turn, b: Turn): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** Looks to come, the next one first: a binary heap. */
export class SyncQueue {
  readonly #heap: QueuedSync[] = [];

  /** The next look that was not cancelled. */
  first(): QueuedSync | undefined {
    while (this.#heap[0]?.isCancelled) this.removeFirst();
    return this.#heap[0];
  }

  add(sync: QueuedSync): void {
    this.#heap.push(sync);
    for (let index = this.#heap.length - 1; index > 0 && this.#swapIfBefore(index, (index - 1) >> 1); index = (index - 1) >> 1);
  }

  removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.firstMovedOn();
  }

  /** Takes the first one, which now comes later, to its new place. */
  firstMovedOn(): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      if (left >= this.#heap.length) return;
      const right = left + 1;
      const child = right < this.#heap.length && isBefore(this.#at(right), this.#at(left)) ? right : left;
      if (!this.#swapIfBefore(child, index)) return;
      index = child;
    }
  }

  #swapIfBefore(lower: number, upper: number): boolean {
    const [below, above] = [this.#at(lower), this.#at(upper)];
    if (!isBefore(below, above)) return false;
    this.#heap[lower] = above;
    this.#heap[upper] = below;
    return true;
  }

  #at(index: number): QueuedSync {
    return this.#heap[index] as QueuedSync;
  }
}
