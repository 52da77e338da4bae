import type { Random } from "@irsa-sim/core";

const BYTE_VALUES = 256;

/**
 * Whole numbers and texts from a source of bytes, each as likely as any other.
 * Only ranges and alphabets whose size divides 256 are taken, so that one byte makes one choice.
 */
export function unbiased(randomBytes: (length: number) => Uint8Array): Pick<Random, "integer" | "text"> {
  const choose = (size: number, count: number): readonly number[] => {
    if (BYTE_VALUES % size !== 0) throw new RangeError(`${size} choices cannot be made evenly from a byte`);
    return [...randomBytes(count)].map((byte) => byte % size);
  };
  return {
    integer: (min, max) => min + (choose(max - min + 1, 1)[0] ?? 0),
    text: (length, alphabet) =>
      choose(alphabet.length, length)
        .map((index) => alphabet[index])
        .join(""),
  };
}
