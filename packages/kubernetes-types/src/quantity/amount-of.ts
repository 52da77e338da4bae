/** Counting with quantities that are known to parse. */
import { canonicalQuantity } from "./canonical-quantity.js";
import { writtenQuantity } from "./written-quantity.js";

const NANOS = 1_000_000_000n;
const NANOS_IN_MILLI = 1_000_000n;
const DECIMAL_EXPONENTS: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, "": 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY_PREFIXES = "KMGTPE";

/**
 * A quantity in billionths, of which what is less counts as one.
 *
 * @example nanosOf("1.5m"); // 1500000n
 */
export function nanosOf(quantity: string): bigint {
  const [, sign, whole = "", fraction = "", suffix = ""] = /^\s*([+-]?)(\d*)\.?(\d*)(.*?)\s*$/.exec(quantity) ?? [];
  const digits = BigInt(`${whole}${fraction}` || "0");
  const [numerator, denominator] = factorOf(suffix);
  const size = ceilOfQuotient(digits * numerator * NANOS, denominator * 10n ** BigInt(fraction.length));
  return sign === "-" ? -size : size;
}

function factorOf(suffix: string): readonly [numerator: bigint, denominator: bigint] {
  if (suffix.endsWith("i")) return [1024n ** BigInt(BINARY_PREFIXES.indexOf(suffix.charAt(0)) + 1), 1n];
  const exponent = DECIMAL_EXPONENTS[suffix] ?? Number(suffix.slice(1));
  return exponent < 0 ? [1n, 10n ** BigInt(-exponent)] : [10n ** BigInt(exponent), 1n];
}

function ceilOfQuotient(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/** Negative, zero or positive, as the first one is less, the same or more. */
export function compareQuantities(a: string, b: string): number {
  const difference = nanosOf(a) - nanosOf(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * A quantity whose thousandths are whole, as it is written; a part of one counts as one, and then the form is the canonical one.
 *
 * @example roundedToMilli("0.0001"); // "1m"
 */
export function roundedToMilli(quantity: string): string {
  const nanos = nanosOf(quantity);
  if (nanos % NANOS_IN_MILLI === 0n) return writtenQuantity(quantity);
  const size = ceilOfQuotient(nanos < 0n ? -nanos : nanos, NANOS_IN_MILLI);
  return canonicalQuantity(`${nanos < 0n ? "-" : ""}${size}${/[eE][+-]?\d/.test(quantity) ? "e-3" : "m"}`);
}

/** The sum of two quantities, in the form of the first unless that is nothing. */
export function addQuantities(a: string, b: string): string {
  const sum = nanosOf(a) + nanosOf(b);
  const form = nanosOf(a) === 0n ? b : a;
  if (!form.endsWith("i") || sum % NANOS !== 0n) return canonicalQuantity(`${sum}${/[eE][+-]?\d/.test(form) ? "e-9" : "n"}`);
  const whole = sum / NANOS;
  return whole % 1024n === 0n ? canonicalQuantity(`${whole / 1024n}Ki`) : String(whole);
}
