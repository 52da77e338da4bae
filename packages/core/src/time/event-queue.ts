/** The work a clock has still to do, earliest first: a binary heap ordered by instant and then by order of arrival. */
import type { ClockTask, ClockTimer } from "./clock.js";
import type { EpochMillis } from "./epoch.js";

interface Entry {
  readonly instant: EpochMillis;
  readonly order: number;
  readonly task: ClockTask;
  cancelled: boolean;
}

/** Scheduled tasks, taken out in order of time. */
export class EventQueue {
  readonly #heap: Entry[] = [];
  #arrivals = 0;

  /** Adds a task; the result takes it out again. */
  push(instant: EpochMillis, task: ClockTask): ClockTimer {
    const entry: Entry = { instant, order: this.#arrivals, task, cancelled: false };
    this.#arrivals += 1;
    this.#heap.push(entry);
    this.#siftUp(this.#heap.length - 1);
    return {
      cancel: () => {
        entry.cancelled = true;
      },
    };
  }

  /** Takes out the earliest task due at or before `limit`; `null` when there is none. */
  popDue(limit: EpochMillis): { readonly instant: EpochMillis; readonly task: ClockTask } | null {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined || (first.instant > limit && !first.cancelled)) return null;
      const last = this.#heap.pop() as Entry;
      if (last !== first) {
        this.#heap[0] = last;
        this.#siftDown();
      }
      if (!first.cancelled) return first;
    }
  }

  #siftUp(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfEarlier(index, parent)) return;
      index = parent;
    }
  }

  #siftDown(): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      if (left >= this.#heap.length) return;
      const child = right < this.#heap.length && isEarlier(this.#entry(right), this.#entry(left)) ? right : left;
      if (!this.#swapIfEarlier(child, index)) return;
      index = child;
    }
  }

  #swapIfEarlier(lower: number, upper: number): boolean {
    const below = this.#entry(lower);
    const above = this.#entry(upper);
    if (!isEarlier(below, above)) return false;
    this.#heap[lower] = above;
    this.#heap[upper] = below;
    return true;
  }

  #entry(index: number): Entry {
    return this.#heap[index] as Entry;
  }
}

function isEarlier(a: Entry, b: Entry): boolean {
  return a.instant < b.instant || (a.instant === b.instant && a.order < b.order);
}
