/** A moment as a clock shows it, in UTC, as everything in a trace: `09:00`. */
export function formatClock(at: number): string {
  return new Date(at).toISOString().slice(11, 16);
}
