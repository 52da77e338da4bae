/** A moment with its day, in UTC: `Mon 09:00:00`. */
export function formatDay(at: number): string {
  const [weekday = "", , , , time = ""] = new Date(at).toUTCString().split(/,? /);
  return `${weekday} ${time}`;
}
