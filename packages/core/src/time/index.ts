/** Time: instants, clocks, and waits on them. */
export { type BackOff, backOffMs } from "./back-off-ms.js";
export type { Clock, ClockTask, ClockTimer } from "./clock.js";
export type { DrivenClock } from "./driven-clock.js";
export { addMillis, type EpochMillis, type EpochSeconds, epochMillis, epochSeconds, fromEpochSeconds, toEpochSeconds, toRfc3339 } from "./epoch.js";
export type { Latch } from "./latch.js";
export { TaskClock } from "./task-clock.js";
export { VirtualClock } from "./virtual-clock.js";
export type { WaitOptions } from "./wait-options.js";
