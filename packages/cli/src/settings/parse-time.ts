import { InvalidArgumentError } from "commander";

/** What the well-known certificates cover, less the longest duration of a scenario. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2089;

/**
 * Reads `--start-at`, as milliseconds since the epoch.
 *
 * @throws {InvalidArgumentError} for what is no time, a day that no calendar has, or a time at which no certificate is valid
 */
export function parseTime(text: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text);
  const instant = parts === null || !isDay(parts) ? Number.NaN : Date.parse(text);
  if (Number.isNaN(instant)) throw new InvalidArgumentError(`a time such as 2026-01-05T09:00:00Z, found "${text}".`);
  if (instant < Date.UTC(FIRST_YEAR, 0) || instant >= Date.UTC(LAST_YEAR + 1, 0))
    throw new InvalidArgumentError(`a time from ${FIRST_YEAR} to ${LAST_YEAR}, in which certificates are valid, found "${text}".`);
  return instant;
}

/** The parser of dates takes 31 February for 3 March. */
function isDay([, year, month, day]: RegExpExecArray): boolean {
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
}
