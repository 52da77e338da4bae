import { DecodingError } from "../decode/decoding-error.js";

const DECIMAL_SUFFIXES = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"] as const;
const BINARY_SUFFIXES = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"] as const;
/** Power of ten of `DECIMAL_SUFFIXES[0]`, divided by three. */
const SMALLEST = -3;

/**
 * A resource quantity in the one form in which Kubernetes writes it.
 *
 * @throws {DecodingError} in Kubernetes' words when it does not parse
 * @see webhook.md, section 8
 * @example canonicalQuantity("1024Mi") // => "1Gi"
 */
export function canonicalQuantity(text: string): string {
  const { sign, whole = "", fraction = "", suffix = "" } = parse(text.trim());
  const digits = BigInt(`${whole}${fraction}`);
  if (digits === 0n) return "0";
  const isExponent = /^[eE][+-]?\d/.test(suffix);
  const size = suffix.endsWith("i")
    ? binary(digits, fraction.length, suffix)
    : decimal(digits, (isExponent ? Number(suffix.slice(1)) : decimalExponent(suffix)) - fraction.length, isExponent);
  return sign === "-" ? `-${size}` : size;
}

function parse(text: string): Partial<Record<"sign" | "whole" | "fraction" | "suffix", string>> {
  const groups = /^(?<sign>[+-]?)(?<whole>\d*)(?:\.(?<fraction>\d*))?(?<suffix>[eEinumkKMGTP]*[-+]?\d*)$/.exec(text)?.groups;
  if (groups === undefined || `${groups.whole}${groups.fraction ?? ""}` === "") {
    throw new DecodingError("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
  }
  if (!/^([eE][+-]?\d+|[KMGTPE]i|[numkMGTPE]?)$/.test(groups.suffix ?? "")) throw new DecodingError("unable to parse quantity's suffix");
  return groups;
}

function decimalExponent(suffix: string): number {
  return (DECIMAL_SUFFIXES.indexOf(suffix as (typeof DECIMAL_SUFFIXES)[number]) + SMALLEST) * 3;
}

/** As few digits as a suffix of thousands allows; what is smaller than a nano is rounded up to one. */
function decimal(digits: bigint, exponent: number, asExponent: boolean): string {
  let value = digits;
  let power = exponent;
  while (power < SMALLEST * 3) {
    value = (value + 9n) / 10n;
    power += 1;
  }
  while (value % 10n === 0n) {
    value /= 10n;
    power += 1;
  }
  while (power % 3 !== 0 || power > 18) {
    value *= 10n;
    power -= 1;
  }
  if (asExponent) return power === 0 ? `${value}` : `${value}e${power}`;
  return `${value}${DECIMAL_SUFFIXES[power / 3 - SMALLEST]}`;
}

/** Whole numbers of the largest power of 1024 that divides; under 1024, or no whole number, becomes a decimal form. */
function binary(digits: bigint, fractionDigits: number, suffix: string): string {
  const scaled = digits * 1024n ** BigInt(BINARY_SUFFIXES.indexOf(suffix as (typeof BINARY_SUFFIXES)[number]));
  const divisor = 10n ** BigInt(fractionDigits);
  if (scaled % divisor !== 0n || scaled / divisor < 1024n) return decimal(scaled, -fractionDigits, false);
  let value = scaled / divisor;
  let power = 0;
  while (value % 1024n === 0n && power < BINARY_SUFFIXES.length - 1) {
    value /= 1024n;
    power += 1;
  }
  return `${value}${BINARY_SUFFIXES[power]}`;
}
