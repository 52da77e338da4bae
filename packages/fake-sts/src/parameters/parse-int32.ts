/**
 * Reads a 32-bit whole number as AWS's query protocol does: a sign and leading zeros are allowed, `900.0` is not.
 *
 * @returns `null` when it is none
 * @see sts-and-iam.md, section 2.2
 */
export function parseInt32(value: string): number | null {
  if (!/^[+-]?[0-9]+$/.test(value)) return null;
  const number = Number(value);
  return number >= -0x8000_0000 && number <= 0x7fff_ffff ? number : null;
}
