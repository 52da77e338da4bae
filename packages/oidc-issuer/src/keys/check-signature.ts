import { compactVerify, decodeProtectedHeader, errors } from "jose";
import type { SigningKey } from "./signing-key.js";

/** How a token's signature came out; `no-keys` when none could be tried. */
export type SignatureCheck = "verified" | "no-keys" | "bad-signature";

/**
 * Checks a signature with the published keys: with a `kid` only those of that name, without one all.
 *
 * @param token compact JWS
 * @see kubernetes-tokens.md, section 4, point 2
 */
export async function checkSignature(token: string, keys: readonly SigningKey[]): Promise<SignatureCheck> {
  const { kid } = decodeProtectedHeader(token);
  const candidates = kid === undefined ? keys : keys.filter((key) => key.kid === kid);
  if (candidates.length === 0) return "no-keys";
  for (const key of candidates) {
    if (await isSignedBy(token, key)) return "verified";
  }
  return "bad-signature";
}

async function isSignedBy(token: string, { publicKey, algorithm }: SigningKey): Promise<boolean> {
  try {
    await compactVerify(token, publicKey, { algorithms: [algorithm] });
    return true;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    return false;
  }
}
