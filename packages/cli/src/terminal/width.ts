/** Columns to write in: the terminal's, or 100 where there is none. */
export function terminalWidth(): number {
  const columns = process.stdout.columns ?? Number.parseInt(process.env.COLUMNS ?? "", 10);
  return Number.isInteger(columns) && columns > 0 ? Math.max(columns, 40) : 100;
}
