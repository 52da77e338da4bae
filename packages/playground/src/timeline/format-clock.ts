/** A moment as a clock shows it, in UTC, as everything in a trace. */
export function formatClock(at: number, { withSeconds }: { readonly withSeconds: boolean }): string {
  return new Date(at).toISOString().slice(11, withSeconds ? 19 : 16);
}
