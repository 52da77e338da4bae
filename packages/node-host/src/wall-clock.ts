/**
 * Time as it passes: what real clients need, who wait for nobody. Tasks run as on the virtual clock, one after another in order of time and then of scheduling.
 * Who moves it on lets it leap from one due task to the next, as the virtual clock does; from then on it passes by itself again.
 * Differs from it where a task waits for something outside, such as a socket: time passes all the same, and the next task runs.
 */
import { addMillis, type ClockTask, type ClockTimer, type DrivenClock, type EpochMillis, TaskClock } from "@irsa-sim/core/time";
import type { HostTimers } from "./host-timers.js";

/** What a wall clock is made from. */
export interface WallClockOptions {
  readonly timers: HostTimers;
  /** What the clock shows at first; the host's time when absent. */
  readonly startAt?: EpochMillis;
  /** How many milliseconds of this clock pass in one of the host's; 1 when absent. */
  readonly timeScale?: number;
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
/** So long a task holds up the next one, in milliseconds of the host: what takes longer waits for something outside, and a time limit on it must be able to run out. */
const PATIENCE_MS = 50;

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
  readonly #hostStart: number;
  #start: EpochMillis;
  readonly #timeScale: number;
  readonly #movers = new Set<Mover>();
  #cancelTimer: (() => void) | null = null;
  #isPumping = false;
  #isClosed = false;

  constructor(options: WallClockOptions) {
    super();
    const { timers, startAt = timers.now() as EpochMillis, timeScale = 1 } = options;
    if (!(timeScale > 0)) throw new RangeError(`time must pass: a time scale is greater than 0, got ${timeScale}`);
    this.#options = options;
    this.#hostStart = timers.now();
    this.#start = startAt;
    this.#timeScale = timeScale;
  }

  now(): EpochMillis {
    return addMillis(this.#start, Math.floor((this.#options.timers.now() - this.#hostStart) * this.#timeScale));
  }

  override at(instant: EpochMillis, task: ClockTask): ClockTimer {
    this.#refuseClosed();
    const timer = super.at(instant, task);
    this.#arm();
    return timer;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#refuseClosed();
    return new Promise<T>((resolve, reject) => this.threads.start(() => work().then(resolve, reject)));
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
    return Math.ceil(((this.queue.nextInstant ?? Number.POSITIVE_INFINITY) - this.now()) / this.#timeScale);
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
    this.#leapTo(limit);
    this.#endMovers(({ instant }) => instant <= limit, false);
    return true;
  }

  #leapTo(instant: EpochMillis): void {
    this.#start = addMillis(this.#start, Math.max(0, instant - this.now()));
  }

  /** Waits until nobody is at work, but not for what takes the host's time, such as an answer from a socket. */
  async #settle(): Promise<void> {
    let stopWaiting = (): void => {};
    const patience = new Promise<void>((resolve) => {
      stopWaiting = this.#options.timers.schedule(PATIENCE_MS, resolve);
    });
    await Promise.race([this.threads.idle().catch((error: unknown) => this.#reportTaskError(error)), patience]);
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
