import type { TimeSpan } from "./span-of.js";

const MINUTE_MS = 60_000;
const STEPS_MS = [10, 30, 60, 240, 480, 720, 1440, 2880, 10_080, 43_200].map((minutes) => minutes * MINUTE_MS);
const MAX_TICKS = 8;

/** Round times within a span, eight at most. */
export function ticksOf({ from, to }: TimeSpan): readonly number[] {
  const step = STEPS_MS.find((millis) => (to - from) / millis <= MAX_TICKS) ?? (to - from) / MAX_TICKS;
  const count = Math.floor((to - from) / step) + 1;
  return Array.from({ length: count }, (_, index) => from + index * step);
}
