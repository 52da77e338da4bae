import { base64url } from "jose";
import type { PublishedKey } from "./parse-jwks.js";

/** The smallest RSA modulus that RFC 7518 section 3.3 allows, in bits. */
const MIN_MODULUS_BITS = 2048;
/** The largest that is tried, in bits: an issuer must not make its verifiers compute for long. */
const MAX_MODULUS_BITS = 8192;
/** The largest public exponent, in bits; for the same reason. */
const MAX_EXPONENT_BITS = 64;

/**
 * Finds what makes an RSA key unfit, before anything is computed with it: with the exponent 1 everybody could sign.
 * A point off its curve is found when the key is imported.
 * Differs from AWS, perhaps: which keys AWS turns down is unconfirmed.
 *
 * @returns what the key is, or `null` when nothing speaks against it
 * @see RFC 7518, sections 3.3 and 6.3.1
 * @example findKeyDefect({ kty: "RSA", n, e: "AQ" }) // => "an RSA key with the exponent 1"
 */
export function findKeyDefect(jwk: PublishedKey["jwk"]): string | null {
  if (jwk.kty !== "RSA") return null;
  const modulus = decode(jwk.n);
  const exponent = decode(jwk.e);
  if (modulus === null || exponent === null) return "an RSA key that is not in base64url";
  const bits = bitLength(modulus);
  if (bits < MIN_MODULUS_BITS || bits > MAX_MODULUS_BITS) return `an RSA key of ${bits} bits`;
  if (isEven(modulus)) return "an RSA key with an even modulus";
  if (bitLength(exponent) > MAX_EXPONENT_BITS) return `an RSA key with an exponent of ${bitLength(exponent)} bits`;
  if (bitLength(exponent) < 2 || isEven(exponent)) return `an RSA key with the exponent ${toBigInt(exponent)}`;
  return null;
}

/** Strict: importers pass over characters that are none of base64url. */
function decode(text: string): Uint8Array | null {
  return /^[A-Za-z0-9_-]+$/.test(text) && text.length % 4 !== 1 ? base64url.decode(text) : null;
}

/** Of a number, big end first; leading zeros do not count. */
function bitLength(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}

function isEven(bytes: Uint8Array): boolean {
  return (bytes.at(-1) ?? 0) % 2 === 0;
}

function toBigInt(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
}
