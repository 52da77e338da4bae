const MIN_SECONDS = 600n;
const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);

/**
 * Reads a token lifetime: decimal digits with an optional sign, nothing else; below 600 becomes 600, and there is no maximum.
 *
 * @returns seconds, or `null` for what is ignored
 * @see webhook.md, section 5.1
 */
export function parseTokenExpiration(text: string): bigint | null {
  if (!/^[+-]?[0-9]+$/.test(text)) return null;
  const seconds = BigInt(text);
  if (seconds > MAX_INT64 || seconds < MIN_INT64) return null;
  return seconds < MIN_SECONDS ? MIN_SECONDS : seconds;
}
