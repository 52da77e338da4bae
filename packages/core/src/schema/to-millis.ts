import { parseDuration } from "./duration.js";

/** A duration that a schema let through, in milliseconds. */
export function toMillis(duration: string): number {
  const durationMs = parseDuration(duration);
  if (durationMs === null) throw new Error(`the schema let the duration ${duration} through`);
  return durationMs;
}
