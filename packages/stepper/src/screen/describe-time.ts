const UNITS = [
  [3600, "h"],
  [60, "min"],
  [1, "s"],
] as const;

/** What the run's clock shows, and how long after the run's beginning: `2026-01-05 09:50:00Z  +50 min`, or without the day where there is little room. */
export function describeTime(atMillis: number, startMillis: number, isShort: boolean): string {
  const clock = `${new Date(atMillis)
    .toISOString()
    .slice(isShort ? 11 : 0, 19)
    .replace("T", " ")}Z`;
  let rest = Math.floor((atMillis - startMillis) / 1000);
  const parts = UNITS.flatMap(([size, name]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  return `${clock}  +${parts.slice(0, 2).join(" ") || "0 s"}`;
}
