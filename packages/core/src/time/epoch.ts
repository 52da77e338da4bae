/**
 * Instants: milliseconds for the simulator's clock, whole seconds for JWT dates (RFC 7519 section 2, NumericDate).
 * Leaves out: calendars and time zones; everything is UTC.
 */
import type { Brand } from "../names/brand.js";

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMillis = Brand<number, "EpochMillis">;
/** Whole seconds since 1970-01-01T00:00:00Z. */
export type EpochSeconds = Brand<number, "EpochSeconds">;

/** Marks a number of milliseconds since the epoch as an instant. */
export function epochMillis(value: number): EpochMillis {
  return value as EpochMillis;
}

/** Marks a number of seconds since the epoch as an instant. */
export function epochSeconds(value: number): EpochSeconds {
  return value as EpochSeconds;
}

/** The instant `millis` after (or, when negative, before) `instant`. */
export function addMillis(instant: EpochMillis, millis: number): EpochMillis {
  return (instant + millis) as EpochMillis;
}

/** The whole second that `instant` falls in: sub-seconds are cut off, not rounded (kubernetes-tokens.md, section 1.7). */
export function toEpochSeconds(instant: EpochMillis): EpochSeconds {
  return Math.floor(instant / 1000) as EpochSeconds;
}

/** The instant at which the whole second `instant` begins. */
export function fromEpochSeconds(instant: EpochSeconds): EpochMillis {
  return (instant * 1000) as EpochMillis;
}

/**
 * The instant as RFC 3339 in UTC and whole seconds, as Kubernetes and STS write it.
 *
 * @example toRfc3339(epochMillis(1767603600000)) // => "2026-01-05T09:00:00Z"
 */
export function toRfc3339(instant: EpochMillis): string {
  return new Date(Math.floor(instant / 1000) * 1000).toISOString().replace(".000Z", "Z");
}
