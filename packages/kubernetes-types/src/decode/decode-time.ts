import { DecodingError } from "./decoding-error.js";

const LAYOUT = "2006-01-02T15:04:05Z07:00";
/** Each part of the layout, what fits it, and what of it can be out of range. */
const PARTS: readonly (readonly [layout: string, form: RegExp, range?: readonly [name: string, min: number, max: number]])[] = [
  ["2006", /^\d{4}/],
  ["-", /^-/],
  ["01", /^\d\d/, ["month", 1, 12]],
  ["-", /^-/],
  ["02", /^\d\d/],
  ["T", /^T/],
  ["15", /^\d\d/, ["hour", 0, 23]],
  [":", /^:/],
  ["04", /^\d\d/, ["minute", 0, 59]],
  [":", /^:/],
  ["05", /^\d\d(?:[.,]\d+)?/, ["second", 0, 59]],
  ["Z07:00", /^(?:Z|[+-]\d\d:\d\d)/],
];

/**
 * Reads an instant as Go does with RFC 3339, and writes it in UTC.
 *
 * @returns to the second: `2020-01-01T00:00:00Z`
 * @throws {DecodingError} `parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"`
 */
export function decodeTime(text: string): string {
  let rest = text;
  for (const [layout, form, range] of PARTS) {
    const [found] = form.exec(rest) ?? [];
    if (found === undefined) throw new DecodingError(`parsing time ${quoted(text)} as "${LAYOUT}": cannot parse ${quoted(rest)} as "${layout}"`);
    if (range !== undefined && !isWithin(Number.parseInt(found, 10), range)) throw outOfRange(text, range[0]);
    rest = rest.slice(found.length);
  }
  if (rest !== "") throw new DecodingError(`parsing time ${quoted(text)}: extra text: ${quoted(rest)}`);
  if (!hasDay(text)) throw outOfRange(text, "day");
  return `${new Date(text.replace(",", ".")).toISOString().slice(0, 19)}Z`;
}

function isWithin(value: number, [, min, max]: readonly [string, number, number]): boolean {
  return value >= min && value <= max;
}

function hasDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split("-").map(Number);
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function outOfRange(text: string, what: string): DecodingError {
  return new DecodingError(`parsing time ${quoted(text)}: ${what} out of range`);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
