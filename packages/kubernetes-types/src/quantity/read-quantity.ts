import { DecodingError } from "../decode/decoding-error.js";

/** How a quantity is written: with suffixes of thousands, with an exponent, or with suffixes of 1024. */
export type QuantityFormat = "DecimalSI" | "DecimalExponent" | "BinarySI";

/** A quantity's parts. */
export interface ReadQuantity {
  readonly isNegative: boolean;
  /** Digits before the point, without zeros in front; `0` for none. */
  readonly whole: string;
  /** Digits behind the point. */
  readonly fraction: string;
  readonly base: 2 | 10;
  /** Of `base`, by which the number is multiplied. */
  readonly exponent: number;
  readonly format: QuantityFormat;
}

const WRITTEN = /^(?<sign>[+-]?)0*(?<whole>\d*)(?:\.(?<fraction>\d*))?(?<suffix>[eEinumkKMGTP]*[-+]?\d*)$/;
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, "": 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

/**
 * Reads a quantity's parts; a bare suffix, sign or point is nothing.
 *
 * @throws {DecodingError} in Kubernetes' words when it does not parse
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#ParseQuantity
 */
export function readQuantity(text: string): ReadQuantity {
  const groups = text === "" ? undefined : WRITTEN.exec(text)?.groups;
  if (groups === undefined) throw new DecodingError("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
  const { sign, whole = "", fraction = "", suffix = "" } = groups;
  return { isNegative: sign === "-", whole: whole || "0", fraction, ...readSuffix(suffix) };
}

function readSuffix(suffix: string): Pick<ReadQuantity, "base" | "exponent" | "format"> {
  const [decimal, binary] = [DECIMAL[suffix], BINARY[suffix]];
  if (decimal !== undefined) return { base: 10, exponent: decimal, format: "DecimalSI" };
  if (binary !== undefined) return { base: 2, exponent: binary, format: "BinarySI" };
  if (/^[eE][-+]?\d+$/.test(suffix)) return { base: 10, exponent: Number(suffix.slice(1)), format: "DecimalExponent" };
  throw new DecodingError("unable to parse quantity's suffix");
}
