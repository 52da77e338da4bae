const UNIT_MS: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/**
 * Reads a duration as Go does: `100ms`, `1m30s`, `0`.
 *
 * @returns milliseconds; `null` when it is none
 */
export function parseGoDuration(text: string): number | null {
  if (text === "0") return 0;
  if (!/^[+-]?(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return null;
  const sign = text.startsWith("-") ? -1 : 1;
  const parts = [...text.matchAll(/(\d+(?:\.\d*)?)(ns|us|µs|ms|s|m|h)/g)];
  return sign * parts.reduce((total, [, number, unit]) => total + Number(number) * (UNIT_MS[unit ?? ""] ?? 0), 0);
}
