import type { Random } from "@irsa-sim/core";
import { BASE32_ALPHABET } from "./base32-alphabet.js";

/** What an id begins with, and how many characters follow. */
const SUFFIX_LENGTHS = { AKIA: 16, ASIA: 16, AROA: 17, AIDA: 17, ANPA: 17 } as const;
/** Base32 characters in which the account is written. */
const ACCOUNT_CHARACTERS = 9;

/**
 * Makes an id as IAM does: characters 5 to 12 follow from the account, so that all ids of an account share them; the rest is chance.
 *
 * @param prefix `AKIA` or `ASIA` (access keys, 20 characters), `AROA` (roles) `AIDA` (users) or `ANPA` (managed policies, 21 characters)
 * @param accountId twelve digits
 * @see sts-and-iam.md, section 7
 * @example createUniqueId("ASIA", "029608264753", random) // => "ASIAQNZGKIQY5…"
 */
export function createUniqueId(prefix: keyof typeof SUFFIX_LENGTHS, accountId: string, random: Pick<Random, "integer" | "text">): string {
  // One bit that is always set, forty bits of the account, four of chance: the layout that public decoders of real ids rely on.
  const packed = 2 ** 44 + Number(accountId) * 2 ** 4 + random.integer(0, 15);
  return prefix + toBase32(packed) + random.text(SUFFIX_LENGTHS[prefix] - ACCOUNT_CHARACTERS, BASE32_ALPHABET);
}

function toBase32(value: number): string {
  const digits = Array.from({ length: ACCOUNT_CHARACTERS }, (_, index) => Math.floor(value / 32 ** (ACCOUNT_CHARACTERS - 1 - index)) % 32);
  return digits.map((digit) => BASE32_ALPHABET[digit]).join("");
}
