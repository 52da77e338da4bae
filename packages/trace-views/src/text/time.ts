/** An instant as people read it: `2026-01-05 09:00:00Z`. */
export function instant(epochMillis: number): string {
  return `${new Date(epochMillis).toISOString().slice(0, 19).replace("T", " ")}Z`;
}

/** A length of time in its two largest units: `24 h`, `19 h 12 min`, `50 min`. */
export function duration(seconds: number): string {
  const units = [
    [86_400 * 365, "y"],
    [3600, "h"],
    [60, "min"],
    [1, "s"],
  ] as const;
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [size, name] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count} ${name}`);
    rest -= count * size;
  }
  return parts.slice(0, 2).join(" ") || "0 s";
}
