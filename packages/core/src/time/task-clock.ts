import type { Clock, ClockTask, ClockTimer } from "./clock.js";
import { addMillis, type EpochMillis } from "./epoch.js";
import { EventQueue } from "./event-queue.js";
import type { Latch } from "./latch.js";
import { SkewedClock } from "./skewed-clock.js";
import { Threads, type Wake } from "./threads.js";
import type { WaitOptions } from "./wait-options.js";

/** What every clock has in common: scheduled tasks, and waits on their threads. How time moves is each clock's own. */
export abstract class TaskClock implements Clock {
  protected readonly queue = new EventQueue();
  protected readonly threads = new Threads();

  abstract now(): EpochMillis;

  at(instant: EpochMillis, task: ClockTask): ClockTimer {
    return this.queue.push(Math.max(instant, this.now()) as EpochMillis, task);
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
    schedule(this.now());
    return {
      cancel: () => {
        cancelled = true;
        next.cancel();
      },
    };
  }

  sleep(durationMs: number, { signal }: WaitOptions = {}): Promise<void> {
    return this.threads.park<void>("sleep()", ({ resolve }) => this.at(addMillis(this.now(), durationMs), resolve).cancel, signal);
  }

  race<T>(branches: readonly ((signal: AbortSignal) => Promise<T>)[]): Promise<T> {
    if (branches.length === 0) throw new RangeError("a race without branches never ends");
    const over = new AbortController();
    return this.threads.park<T>("race()", ({ resolve, reject }) => {
      for (const branch of branches) {
        this.threads.start(async () => {
          await settle(() => branch(over.signal), { resolve, reject });
          over.abort(ANOTHER_WAS_FIRST);
        });
      }
      return undefined;
    });
  }

  all<T>(branches: readonly (() => Promise<T>)[]): Promise<T[]> {
    if (branches.length === 0) return Promise.resolve([]);
    return this.threads.park<T[]>("all()", ({ resolve, reject }) => {
      const values: T[] = [];
      let open = branches.length;
      for (const [index, branch] of branches.entries()) {
        const keep = (value: T): void => {
          values[index] = value;
          open -= 1;
          if (open === 0) resolve(values);
        };
        this.threads.start(() => settle(branch, { resolve: keep, reject }));
      }
      return undefined;
    });
  }

  createLatch<T>(): Latch<T> {
    const waiting = new Set<(value: T) => void>();
    let opened: { readonly value: T } | null = null;
    return {
      wait: async ({ signal } = {}) => {
        signal?.throwIfAborted();
        if (opened !== null) return opened.value;
        return this.threads.park<T>(
          "wait()",
          ({ resolve }) => {
            waiting.add(resolve);
            return () => waiting.delete(resolve);
          },
          signal,
        );
      },
      open: (value) => {
        opened ??= { value };
        for (const resolve of waiting) resolve(opened.value);
        waiting.clear();
      },
    };
  }

  skewed(seconds: number): Clock {
    return new SkewedClock(this, seconds * 1000);
  }
}

/** One for all races: making one costs more than the rest of a race, since it keeps a stack, and nobody looks at where. */
const ANOTHER_WAS_FIRST = new DOMException("another branch of the race was first", "AbortError");

async function settle<T>(branch: () => Promise<T>, { resolve, reject }: Wake<T>): Promise<void> {
  try {
    resolve(await branch());
  } catch (error) {
    reject(error);
  }
}
