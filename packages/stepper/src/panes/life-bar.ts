const MAX_COLUMNS = 40;

/** How much of a life is over: `████░░░░░░ 40 %`. */
export function lifeBar(used: number, columns: number): string {
  const length = Math.max(Math.min(columns, MAX_COLUMNS), 5);
  const full = Math.min(Math.round(Math.max(used, 0) * length), length);
  return `${"█".repeat(full)}${"░".repeat(length - full)} ${Math.floor(used * 100)} %${used >= 1 ? ", expired" : ""}`;
}
