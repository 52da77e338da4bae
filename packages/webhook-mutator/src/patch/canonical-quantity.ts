/**
 * A resource quantity in the one form in which Kubernetes writes it.
 *
 * @see webhook.md, section 8: `1000m` is `1`, `0.5` is `500m`, `1024Mi` is `1Gi`
 */
export function canonicalQuantity(value: string | number): string {
  const text = String(value);
  const match = /^([+-]?)(\d*)(?:\.(\d*))?([eE][+-]?\d+|[KMGTPE]i|[numkMGTPE]?)$/.exec(text);
  if (match === null) throw new QuantityError();
  const [, sign = "", whole = "", fraction = "", suffix = ""] = match;
  if (whole === "" && fraction === "") throw new QuantityError();
  const digits = BigInt(`${whole}${fraction}`);
  if (digits === 0n) return "0";
  const signText = sign === "-" ? "-" : "";
  if (suffix.endsWith("i")) return `${signText}${binary(digits, fraction.length, suffix)}`;
  const isExponent = /^[eE]/.test(suffix);
  const exponent = (isExponent ? Number(suffix.slice(1)) : decimalExponent(suffix)) - fraction.length;
  return `${signText}${decimal(digits, exponent, isExponent)}`;
}

/** A quantity that Kubernetes refuses; the text is its own. */
export class QuantityError extends Error {
  constructor() {
    super("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
  }
}

const DECIMAL_SUFFIXES = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"] as const;
const BINARY_SUFFIXES = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"] as const;

function decimalExponent(suffix: string): number {
  return (DECIMAL_SUFFIXES.indexOf(suffix as (typeof DECIMAL_SUFFIXES)[number]) - 3) * 3;
}

/** As few digits as a suffix of thousands allows; what is smaller than a nano is rounded up to one. */
function decimal(digits: bigint, exponent: number, asExponent: boolean): string {
  let value = digits;
  let power = exponent;
  while (power < -9) {
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
  return `${value}${DECIMAL_SUFFIXES[power / 3 + 3]}`;
}

/** Whole numbers of the largest power of 1024 that divides; what is no whole number of bytes becomes a decimal form. */
function binary(digits: bigint, fractionDigits: number, suffix: string): string {
  const scaled = digits * 1024n ** BigInt(BINARY_SUFFIXES.indexOf(suffix as (typeof BINARY_SUFFIXES)[number]));
  const divisor = 10n ** BigInt(fractionDigits);
  if (scaled % divisor !== 0n) return decimal(scaled, -fractionDigits, false);
  let value = scaled / divisor;
  let power = 0;
  while (value % 1024n === 0n && power < BINARY_SUFFIXES.length - 1) {
    value /= 1024n;
    power += 1;
  }
  return `${value}${BINARY_SUFFIXES[power]}`;
}
