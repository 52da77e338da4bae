/** Columns to write in: the terminal's, or as many as the view takes where there is none. */
export function terminalWidth(withoutTerminal = 100): number {
  const columns = process.stdout.columns ?? Number.parseInt(process.env.COLUMNS ?? "", 10);
  return Number.isInteger(columns) && columns > 0 ? Math.max(columns, 40) : withoutTerminal;
}
