/** The work a clock has still to do, earliest first: a binary heap ordered by instant and then by order of arrival. */
import type { ClockTask, ClockTimer } from "./clock.js";
import type { EpochMillis } from "./epoch.js";

interface Entry {
  readonly instant: EpochMillis;
  readonly order: number;
  readonly task: ClockTask;
  /** Where in the heap it is, so that it can be taken out; -1 when it no longer is. */
  index: number;
}

/** Scheduled tasks, taken out in order of time. */
export class EventQueue {
  readonly #heap: Entry[] = [];
  #arrivals = 0;

  /** How many tasks are scheduled; cancelled ones are gone. */
  get length(): number {
    return this.#heap.length;
  }

  /** When the earliest task is due; `null` when there is none. */
  get nextInstant(): EpochMillis | null {
    return this.#heap[0]?.instant ?? null;
  }

  /** Adds a task; the result takes it out again. */
  push(instant: EpochMillis, task: ClockTask): ClockTimer {
    const entry: Entry = { instant, order: this.#arrivals, task, index: this.#heap.length };
    this.#arrivals += 1;
    this.#heap.push(entry);
    this.#siftUp(entry);
    return {
      cancel: () => {
        if (entry.index >= 0) this.#takeOut(entry);
      },
    };
  }

  /** Takes out the earliest task due at or before `limit`; `null` when there is none. */
  popDue(limit: EpochMillis): { readonly instant: EpochMillis; readonly task: ClockTask } | null {
    const first = this.#heap[0];
    if (first === undefined || first.instant > limit) return null;
    this.#takeOut(first);
    return first;
  }

  /** Takes out all tasks, which will not run. */
  clear(): void {
    for (const entry of this.#heap.splice(0)) entry.index = -1;
  }

  #takeOut(entry: Entry): void {
    const last = this.#heap.pop() as Entry;
    if (last !== entry) {
      this.#put(last, entry.index);
      this.#siftUp(last);
      this.#siftDown(last);
    }
    entry.index = -1;
  }

  #siftUp(entry: Entry): void {
    while (entry.index > 0) {
      const parent = this.#heap[(entry.index - 1) >> 1] as Entry;
      if (!isEarlier(entry, parent)) return;
      this.#swap(entry, parent);
    }
  }

  #siftDown(entry: Entry): void {
    for (;;) {
      const left = this.#heap[2 * entry.index + 1];
      const right = this.#heap[2 * entry.index + 2];
      if (left === undefined) return;
      const child = right !== undefined && isEarlier(right, left) ? right : left;
      if (!isEarlier(child, entry)) return;
      this.#swap(child, entry);
    }
  }

  #swap(a: Entry, b: Entry): void {
    const index = a.index;
    this.#put(a, b.index);
    this.#put(b, index);
  }

  #put(entry: Entry, index: number): void {
    this.#heap[index] = entry;
    entry.index = index;
  }
}

function isEarlier(a: Entry, b: Entry): boolean {
  return a.instant < b.instant || (a.instant === b.instant && a.order < b.order);
}
