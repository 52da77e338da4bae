const UNIT_NS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };
/** The longest duration that Go holds, in nanoseconds. */
const MAX_NS = 2 ** 63;

/**
 * Reads a duration as Go does: `100ms`, `1m30s`, `0`.
 *
 * @returns milliseconds, or Go's words
 */
export function parseGoDuration(text: string): { readonly ms: number } | { readonly problem: string } {
  const [, sign = "", body = ""] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (body === "0") return { ms: 0 };
  const invalid = { problem: `time: invalid duration ${JSON.stringify(text)}` };
  let rest = body;
  let nanoseconds = 0;
  if (rest === "") return invalid;
  while (rest !== "") {
    const [, number = "", unit = ""] = /^(\d*(?:\.\d*)?)([^\d.]*)/.exec(rest) ?? [];
    if (!/\d/.test(number)) return invalid;
    if (unit === "") return { problem: `time: missing unit in duration ${JSON.stringify(text)}` };
    const factor = UNIT_NS[unit];
    if (factor === undefined) return { problem: `time: unknown unit ${JSON.stringify(unit)} in duration ${JSON.stringify(text)}` };
    nanoseconds += Math.trunc(Number(number) * factor);
    if (nanoseconds > MAX_NS || !isWithin(number, factor)) return invalid;
    rest = rest.slice(number.length + unit.length);
  }
  return { ms: (sign === "-" ? -nanoseconds : nanoseconds) / 1e6 };
}

/** Exactly, where a number of JavaScript no longer is. */
function isWithin(number: string, factor: number): boolean {
  const [whole = ""] = number.split(".");
  return BigInt(whole || 0) * BigInt(factor) < 2n ** 63n;
}
