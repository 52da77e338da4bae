/** An integer, or Go's reason why it is none, without what stands before it. */
export type GoInteger = { readonly value: bigint } | { readonly problem: "invalid syntax" | "value out of range" };

/** A base as a prefix names it, and what its digits are. */
const DIGITS = { 2: "[01]", 8: "[0-7]", 10: "[0-9]", 16: "[0-9a-f]" } as const;

/**
 * Reads an integer as `strconv.ParseInt` does.
 *
 * @param base 0 for the one that its prefix names, `0x`, `0o`, `0b` or `0`, with `_` between digits; 10 for digits alone
 * @param bits how large it may be, with its sign
 * @example
 * parseGoInteger("0x_ff", { base: 0, bits: 64 }); // { value: 255n }
 */
export function parseGoInteger(text: string, { base, bits }: { readonly base: 0 | 10; readonly bits: 32 | 64 }): GoInteger {
  const [, sign = "", body = ""] = /^([+-]?)(.*)$/s.exec(text.toLowerCase()) ?? [];
  const magnitude = base === 10 ? readDigits("", body, 10) : readPrefixed(body);
  if (magnitude === null) return { problem: "invalid syntax" };
  const value = sign === "-" ? -magnitude : magnitude;
  const limit = 2n ** BigInt(bits - 1);
  return value >= limit || value < -limit ? { problem: "value out of range" } : { value };
}

function readPrefixed(body: string): bigint | null {
  const [prefix = ""] = /^0[xob]/.exec(body) ?? [];
  if (prefix !== "") return readDigits(prefix, body.slice(2), prefix === "0x" ? 16 : prefix === "0o" ? 8 : 2);
  return body.length > 1 && body.startsWith("0") ? readDigits("0o", body.slice(1), 8) : readDigits("", body, 10);
}

/** An underscore may stand between two digits, and behind a prefix. */
function readDigits(prefix: string, digits: string, base: keyof typeof DIGITS): bigint | null {
  const digit = DIGITS[base];
  const form = base === 10 && prefix === "" ? `^${digit}+(?:_${digit}+)*$` : `^(?:_?${digit}+)+$`;
  return new RegExp(form).test(digits) ? BigInt(`${prefix}${digits.replaceAll("_", "")}`) : null;
}
