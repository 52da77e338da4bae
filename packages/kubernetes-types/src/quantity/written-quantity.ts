import { canonicalQuantity } from "./canonical-quantity.js";
import { type ReadQuantity, readQuantity } from "./read-quantity.js";

/** Digits that are sure to fit into 64 bits. */
const SAFE_DIGITS = 18;
/** Powers of 1024 take away from fifteen. */
const SAFE_BINARY_DIGITS = 15;
const MAX_INT64 = 2n ** 63n - 1n;

/**
 * A quantity as whoever read it writes it again: its own text where the reader's fast path takes that for canonical, else the canonical form.
 *
 * @throws {DecodingError} in Kubernetes' words when it does not parse
 * @see real-control-plane.md, section 3, point 9
 * @example writtenQuantity("1.125") // "1.125", where canonicalQuantity says "1125m"
 */
export function writtenQuantity(text: string): string {
  const written = text.trim();
  return isKept(readQuantity(written)) ? written : canonicalQuantity(written);
}

function isKept({ whole, fraction, base, exponent, format }: ReadQuantity): boolean {
  const digits = `${whole}${fraction}`;
  const value = BigInt(digits);
  if (format === "BinarySI") {
    const precision = SAFE_BINARY_DIGITS - whole.length - Math.trunc((exponent * 3) / 10) - 1;
    return base === 2 && fraction === "" && precision >= 0 && value << BigInt(exponent) <= MAX_INT64 && value % 8n !== 0n;
  }
  const scale = exponent - fraction.length;
  return digits.length <= SAFE_DIGITS && scale >= -9 && scale % 3 === 0 && !digits.endsWith("000") && !digits.startsWith("0");
}
