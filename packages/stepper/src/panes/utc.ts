/** An instant as people read it: `2026-01-05 09:00:00Z`. */
export function utc(epochMillis: number): string {
  return `${new Date(epochMillis).toISOString().slice(0, 19).replace("T", " ")}Z`;
}
