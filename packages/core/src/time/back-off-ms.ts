/** How a pause grows. */
export interface BackOff {
  readonly firstMs: number;
  readonly maxMs: number;
}

/**
 * The pause after a failure: doubled each time, up to a ceiling.
 *
 * @param failures how many there were before this one
 * @example backOffMs(3, { firstMs: 500, maxMs: 122_000 }) // 4000
 */
export function backOffMs(failures: number, { firstMs, maxMs }: BackOff): number {
  return Math.min(firstMs * 2 ** failures, maxMs);
}
