const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** How a duration is written: numbers, each with a unit. */
export const DURATION_FORM = /^(\d+(ms|[smhd]))+$/;

/** Reads a duration such as `250ms`, `90m`, `24h` or `1h30m`, in milliseconds; `null` for anything else. */
export function parseDuration(text: string): number | null {
  if (!DURATION_FORM.test(text)) return null;
  return [...text.matchAll(/(\d+)(ms|[smhd])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS], 0);
}

/** A duration as it would be written: `1h30m`. */
export function formatDuration(durationMs: number): string {
  let rest = durationMs;
  const parts = (["d", "h", "m", "s", "ms"] as const).map((unit) => {
    const count = Math.floor(rest / UNIT_MS[unit]);
    rest -= count * UNIT_MS[unit];
    return count === 0 ? "" : `${count}${unit}`;
  });
  return parts.join("") || "0s";
}
