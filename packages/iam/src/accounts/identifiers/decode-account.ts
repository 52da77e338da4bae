import type { AccountId } from "@irsa-sim/core";
import { BASE32_ALPHABET } from "./base32-alphabet.js";

/**
 * Reads the account out of an access key id, in which it is written.
 *
 * @returns `null` for a text that is none
 * @see sts-and-iam.md, section 7
 * @example decodeAccount("ASIAQNZGKIQY56JQ7WML") // => "029608264753"
 */
export function decodeAccount(accessKeyId: string): AccountId | null {
  if (!/^A[KS]IA[A-Z2-7]{16}$/.test(accessKeyId)) return null;
  const packed = [...accessKeyId.slice(4, 13)].reduce((value, character) => value * 32 + BASE32_ALPHABET.indexOf(character), 0);
  const account = String(Math.floor((packed % 2 ** 44) / 2 ** 4)).padStart(12, "0");
  return account.length === 12 ? (account as AccountId) : null;
}
