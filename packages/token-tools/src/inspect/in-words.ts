import { type EpochSeconds, fromEpochSeconds, type Json, toRfc3339 } from "@irsa-sim/core";
import { duration } from "@irsa-sim/trace-views";

/** ECMAScript's dates end in the year 275760. */
const LAST_SECOND = 8.64e12;

/** Whether a claim is a time: a number of seconds (RFC 7519, section 2). */
export function isTime(value: Json | undefined): value is EpochSeconds {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= LAST_SECOND;
}

/** An instant against now, and absolute: `in 23 h 59 min, 2026-01-06T09:00:00Z`. */
export function timeInWords(value: Json, now: EpochSeconds): string {
  if (!isTime(value)) return `no time that a date can have (${JSON.stringify(value)})`;
  const at = toRfc3339(fromEpochSeconds(value));
  if (value === now) return `now, ${at}`;
  return value > now ? `in ${duration(value - now)}, ${at}` : `${duration(now - value)} ago, ${at}`;
}

/** A text as it is, anything else as JSON. */
export function show(value: Json | undefined): string {
  if (value === undefined) return "none";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** `a, b and c`. */
export function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
}
