/**
 * Time as it passes: what real clients need, who wait for nobody. Tasks run as on the virtual clock, one after another in order of time and then of scheduling.
 * Who moves it on lets it leap from one due task to the next, as the virtual clock does; from then on it passes by itself again.
 * Differs from it where a task waits for something outside, such as a socket: time passes all the same, and the next task runs.
 */
import { addMillis, type ClockTask, type ClockTimer, type DrivenClock, type EpochMillis, TaskClock } from "@irsa-sim/core/time";
import type { HostTimers } from "./host-timers.js";
import { createSteadyTimers } from "./steady-timers.js";

/** What a wall clock is made from. */
export interface WallClockOptions {
  readonly timers: HostTimers;
  /** What the clock shows at first; the host's time when absent. */
  readonly startAt?: EpochMillis;
  /** How many milliseconds of this clock pass in one of the host's; 1 when absent. */
  readonly timeScale?: number;
  /** Whether time stands still, but for who moves it, until it is let go; `false` when absent. */
  readonly isHeld?: boolean;
  /** Told of the error of a task while nobody waits for the clock who could be told. */
  readonly onTaskError: (error: unknown) => void;
}

/** Who moves time on. */
interface Mover {
  readonly isOver: () => boolean;
  readonly instant: EpochMillis;
  readonly resolve: (inTime: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

/** As long as a timer of the host can be set, in milliseconds. */
const MAX_TIMER_MS = 2 ** 31 - 1;
const NEVER = Number.POSITIVE_INFINITY as EpochMillis;
/** So long a task holds up the next one, in milliseconds of the host: what takes longer waits for something outside, and a time limit on it must be able to run out. */
const PATIENCE_MS = 50;
/** The same while somebody moves time on: then what follows from a task is wanted before the next one. */
const MOVERS_PATIENCE_MS = 1000;

/**
 * A clock that moves by itself, until it is closed.
 *
 * @example
 * const clock = new WallClock({ timers: hostTimers, timeScale: 60, onTaskError: report });
 * await clock.run(() => clock.sleep(60_000)); // takes a second
 * await clock.advanceBy(60_000); // takes no longer than what falls due
 * clock.close();
 */
export class WallClock extends TaskClock implements DrivenClock {
  readonly #options: WallClockOptions;
  /** When the host's time began to count; `null` while time is held. */
  #hostStart: number | null;
  #start: EpochMillis;
  readonly #timeScale: number;
  readonly #movers = new Set<Mover>();
  #cancelTimer: (() => void) | null = null;
  #isPumping = false;
  #isClosed = false;

  constructor(given: WallClockOptions) {
    super();
    const options = { ...given, timers: createSteadyTimers(given.timers) };
    const { timers, startAt = timers.now() as EpochMillis, timeScale = 1, isHeld = false } = options;
    if (!(timeScale > 0)) throw new RangeError(`time must pass: a time scale is greater than 0, got ${timeScale}`);
    this.#options = options;
    this.#hostStart = isHeld ? null : timers.now();
    this.#start = startAt;
    this.#timeScale = timeScale;
  }

  now(): EpochMillis {
    if (this.#hostStart === null) return this.#start;
    return addMillis(this.#start, Math.floor((this.#options.timers.now() - this.#hostStart) * this.#timeScale));
  }

  /** Lets time that was held pass from now on; it is the host's then, unless it was moved beyond that. */
  letGo(): void {
    const { timers, startAt = timers.now() as EpochMillis } = this.#options;
    this.#leapTo(startAt);
    this.#hostStart = timers.now();
    this.#arm();
  }

  override at(instant: EpochMillis, task: ClockTask): ClockTimer {
    this.#refuseClosed();
    const timer = super.at(instant, task);
    this.#arm();
    return timer;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#refuseClosed();
    let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
    const done = new Promise<void>((resolve) =>
      this.threads.start(async () => {
        try {
          outcome = { value: await work() };
        } catch (error) {
          outcome = { error };
        }
        resolve();
      }),
    );
    await (this.#hostStart === null ? this.advanceUntil(() => outcome !== undefined, NEVER) : done);
    if (outcome === undefined) throw new Error("the work is done and has no outcome");
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  async advanceBy(durationMs: number): Promise<void> {
    await this.advanceTo(addMillis(this.now(), durationMs));
  }

  async advanceTo(instant: EpochMillis): Promise<void> {
    await this.advanceUntil(() => false, instant);
  }

  async advanceUntil(isOver: () => boolean, instant: EpochMillis): Promise<boolean> {
    this.#refuseClosed();
    return new Promise<boolean>((resolve, reject) => {
      this.#movers.add({ isOver, instant, resolve, reject });
      this.#arm(0);
    });
  }

  /** Stops the clock: no task runs any more, and whoever waits is told so by a rejection. */
  close(): void {
    this.#isClosed = true;
    this.#cancelTimer?.();
    this.queue.clear();
    const reason = new Error("the clock was closed");
    this.#failMovers(reason);
    this.threads.abandon(reason);
  }

  #refuseClosed(): void {
    if (this.#isClosed) throw new Error("the clock was closed");
  }

  /** Sets the host's timer for what comes next. */
  #arm(delayMs = this.#untilNextMs()): void {
    if (this.#isPumping || this.#isClosed) return;
    this.#cancelTimer?.();
    this.#cancelTimer =
      delayMs === Number.POSITIVE_INFINITY ? null : this.#options.timers.schedule(Math.min(Math.max(delayMs, 0), MAX_TIMER_MS), () => void this.#pump());
  }

  /** In milliseconds of the host. */
  #untilNextMs(): number {
    if (this.#movers.size > 0) return 0;
    const untilNext = (this.queue.nextInstant ?? Number.POSITIVE_INFINITY) - this.now();
    if (this.#hostStart === null && untilNext > 0) return Number.POSITIVE_INFINITY;
    return Math.ceil(untilNext / this.#timeScale);
  }

  async #pump(): Promise<void> {
    this.#cancelTimer = null;
    this.#isPumping = true;
    await this.#settle();
    while (this.#runNext()) await this.#settle();
    this.#isPumping = false;
    this.#arm();
  }

  /** Runs what is due, now or up to where the nearest mover moves time, which then is over. */
  #runNext(): boolean {
    this.#endMovers(({ isOver }) => isOver(), true);
    const limit = this.#movers.size === 0 ? null : (Math.max(this.now(), Math.min(...[...this.#movers].map(({ instant }) => instant))) as EpochMillis);
    const next = this.queue.popDue(limit ?? this.now());
    if (next !== null) {
      this.#leapTo(next.instant);
      this.threads.start(next.task);
      return true;
    }
    if (limit === null) return false;
    if (limit === NEVER) {
      this.#failMovers(new Error("the work waits for something that no task will bring about"));
      return true;
    }
    this.#leapTo(limit);
    this.#endMovers(({ instant }) => instant <= limit, false);
    return true;
  }

  #leapTo(instant: EpochMillis): void {
    this.#start = addMillis(this.#start, Math.max(0, instant - this.now()));
  }

  /** Waits until nobody is at work, but not for what takes the host's time, such as an answer from a socket. */
  async #settle(): Promise<void> {
    const idle = this.threads.idle().catch((error: unknown) => this.#reportTaskError(error));
    if (this.#hostStart === null) return idle;
    let stopWaiting = (): void => {};
    const patience = new Promise<void>((resolve) => {
      stopWaiting = this.#options.timers.schedule(this.#movers.size > 0 ? MOVERS_PATIENCE_MS : PATIENCE_MS, resolve);
    });
    await Promise.race([idle, patience]);
    stopWaiting();
  }

  #reportTaskError(error: unknown): void {
    if (this.#movers.size === 0) this.#options.onTaskError(error);
    this.#failMovers(error);
  }

  #endMovers(isThere: (mover: Mover) => boolean, inTime: boolean): void {
    for (const mover of [...this.#movers].filter(isThere)) {
      this.#movers.delete(mover);
      mover.resolve(inTime);
    }
  }

  #failMovers(reason: unknown): void {
    for (const { reject } of this.#movers) reject(reason);
    this.#movers.clear();
  }
}
