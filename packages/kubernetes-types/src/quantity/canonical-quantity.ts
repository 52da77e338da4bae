import { type QuantityFormat, readQuantity } from "./read-quantity.js";

const DECIMAL_SUFFIXES: Readonly<Record<number, string>> = { [-9]: "n", [-6]: "u", [-3]: "m", 3: "k", 6: "M", 9: "G", 12: "T", 15: "P", 18: "E" };
const BINARY_SUFFIXES = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"] as const;
/** Of ten, for the smallest amount. */
const NANO = -9;
const MAX_BINARY = 2n ** 63n - 1n;

/**
 * A resource quantity in the one form in which Kubernetes writes it.
 *
 * @throws {DecodingError} in Kubernetes' words when it does not parse
 * @see webhook.md, section 8; real-control-plane.md, section 3, point 9
 * @example canonicalQuantity("1024Mi") // => "1Gi"
 */
export function canonicalQuantity(text: string): string {
  const { isNegative, whole, fraction, base, exponent, format } = readQuantity(text.trim());
  const digits = BigInt(`${whole}${fraction}`);
  if (digits === 0n) return "0";
  const size = base === 2 ? binary(digits << BigInt(exponent), fraction.length) : decimal(digits, exponent - fraction.length, format);
  return isNegative ? `-${size}` : size;
}

/** As few digits as a suffix of thousands allows; what is smaller than a nano is rounded up to one. */
function decimal(digits: bigint, exponent: number, format: QuantityFormat): string {
  let value = digits;
  let power = exponent;
  if (power < NANO) {
    const divisor = 10n ** BigInt(Math.min(NANO - power, String(digits).length));
    value = (value + divisor - 1n) / divisor;
    power = NANO;
  }
  while (value % 10n === 0n) {
    value /= 10n;
    power += 1;
  }
  while (power % 3 !== 0) {
    value *= 10n;
    power -= 1;
  }
  if (format === "DecimalExponent") return power === 0 ? `${value}` : `${value}e${power}`;
  // Beyond the last suffix none is written, and the amount is another one.
  return `${value}${DECIMAL_SUFFIXES[power] ?? ""}`;
}

/** Whole numbers of the largest power of 1024 that divides; under 1024, or no whole number, becomes a decimal form. */
function binary(scaled: bigint, fractionDigits: number): string {
  const divisor = 10n ** BigInt(fractionDigits);
  const capped = scaled > MAX_BINARY * divisor ? MAX_BINARY * divisor : scaled;
  if (capped % divisor !== 0n || capped / divisor < 1024n) return decimal(capped, -fractionDigits, "DecimalSI");
  let value = capped / divisor;
  let power = 0;
  while (value % 1024n === 0n && power < BINARY_SUFFIXES.length - 1) {
    value /= 1024n;
    power += 1;
  }
  return `${value}${BINARY_SUFFIXES[power]}`;
}
