import type { EpochMillis, Trace } from "@irsa-sim/core";
import { formatDuration } from "@irsa-sim/core/schema";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { BudgetError, type Excess } from "./budget-error.js";
import { describeCulprit } from "./describe-culprit.js";
import type { Meter } from "./meter.js";
import { type EventCount, predictEvents } from "./predict-events.js";
import { roundUp } from "./round-up.js";
import type { RunBudget } from "./run-budget.js";
import type { ClockWatch } from "./watched-clock.js";

/**
 * Watches what a run costs, task by task.
 *
 * @throws {BudgetError} when it has cost more than it may, or time moves on at a rate of events that leads far beyond
 */
export interface BudgetGuard extends ClockWatch {
  /** Says which action of the timeline begins, from 0. */
  beginAction(index: number): void;
}

/** What is watched, and against what. */
export interface Guarded {
  readonly scenario: Pick<LoadedScenario, "name" | "timeline" | "locate">;
  readonly trace: Trace;
  readonly budget: RunBudget;
  /** Real time and memory count for nothing without one. */
  readonly meter?: Meter | undefined;
}

/** The host is asked once in so many tasks. */
const TASKS_PER_READING = 64;
/** A rate is no promise: only what leads this far beyond the budget is stopped before it is there. */
const FAR_BEYOND = 2;
const MEBIBYTE = 1024 ** 2;

interface Advance {
  readonly startAt: EpochMillis;
  readonly endAt: EpochMillis;
  now: EpochMillis;
  /** When and after how many events the time passed was last a power of two. */
  mark: EventCount;
}

/** Creates the guard of a run that begins now. */
export function createBudgetGuard({ scenario, trace, budget, meter }: Guarded): BudgetGuard {
  const startedMs = meter?.wallMs() ?? 0;
  let action = 0;
  let advance: Advance | null = null;
  let tasks = 0;
  const exceed = (excess: Pick<Excess, "allowed" | "found" | "hint">): never => {
    throw new BudgetError(scenario.name, { ...excess, culprit: describeCulprit(trace.events), progress: progress() });
  };
  const progress = (): string => {
    const from = scenario.locate(`timeline/${action}`, "");
    const where = `action ${action + 1} of ${scenario.timeline.length} of the timeline${from === null ? "" : ` (${from.file}:${from.line})`}`;
    return advance === null ? where : `${formatDuration(advance.now - advance.startAt)} of ${formatDuration(advance.endAt - advance.startAt)}, ${where}`;
  };
  /** What it would cost to go on to the end of this advance, from what it has cost so far; twice as much when nobody knows how far that is. */
  const whole = (soFar: number): number => {
    const passed = advance === null ? 0 : advance.now - advance.startAt;
    return advance === null || passed === 0 ? 2 * soFar : (soFar * (advance.endAt - advance.startAt)) / passed;
  };
  const checkEvents = (): void => {
    if (trace.recorded <= budget.maxEvents) return;
    exceed({ allowed: `${budget.maxEvents} events`, found: `${trace.recorded} have happened`, hint: goOn(`--max-events ${roundUp(whole(trace.recorded))}`) });
  };
  const predict = (current: Advance): void => {
    const passed = current.now - current.startAt;
    // The second half of what has passed speaks for the rest: a burst at the beginning says nothing about it.
    if (passed < 2 * Math.max(1, current.mark.at - current.startAt)) return;
    const count = { at: current.now, events: trace.recorded };
    const coming = predictEvents(current.mark, count, current.endAt);
    current.mark = count;
    if (coming === null || coming <= FAR_BEYOND * budget.maxEvents) return;
    exceed({ allowed: `${budget.maxEvents} events`, found: `at this rate there will be ${coming}`, hint: goOn(`--max-events ${roundUp(coming)}`) });
  };
  const read = ({ wallMs, memoryBytes }: Meter): void => {
    const spentMs = wallMs() - startedMs;
    if (spentMs > budget.maxWallMs) {
      const seconds = roundUp(whole(spentMs) / 1000);
      exceed({ allowed: `${budget.maxWallMs / 1000} s`, found: `it has run for ${Math.round(spentMs / 1000)} s`, hint: goOn(`--max-time ${seconds}`) });
    }
    const used = memoryBytes();
    if (used <= budget.maxMemoryBytes) return;
    const hint = `--trace window keeps only as much of the trace as there is room for; or ${goOn(`--max-memory ${roundUp(whole(used) / MEBIBYTE)}`)}`;
    exceed({ allowed: `${Math.round(budget.maxMemoryBytes / MEBIBYTE)} MiB of memory`, found: `${Math.round(used / MEBIBYTE)} MiB are in use`, hint });
  };
  return {
    beginAction(index) {
      action = index;
      advance = null;
    },
    willAdvance(startAt, endAt) {
      // What runs at this very instant is no time that passes.
      advance = endAt > startAt ? { startAt, endAt, now: startAt, mark: { at: startAt, events: trace.recorded } } : null;
    },
    hasRun(now) {
      if (advance !== null) advance.now = now;
      checkEvents();
      if (advance !== null) predict(advance);
      tasks += 1;
      if (meter !== undefined && tasks % TASKS_PER_READING === 0) read(meter);
    },
  };
}

function goOn(option: string): string {
  return `${option} lets it go on to the end; a shorter time or fewer pods cost less`;
}
