import { decodeProtectedHeader, type ProtectedHeaderParameters } from "jose";
import type { SigningAlgorithm } from "./detect-algorithm.js";
import type { SigningKey } from "./signing-key.js";

/** How a token's signature came out; `no-keys` when none could be tried. */
export type SignatureCheck = "verified" | "no-keys" | "bad-signature";

const ALGORITHMS: Readonly<Record<SigningAlgorithm, AlgorithmIdentifier | EcdsaParams>> = {
  RS256: "RSASSA-PKCS1-v1_5",
  ES256: { name: "ECDSA", hash: "SHA-256" },
  ES384: { name: "ECDSA", hash: "SHA-384" },
  ES512: { name: "ECDSA", hash: "SHA-512" },
};

/**
 * Checks a signature with the published keys: with a `kid` only those of that name, without one all.
 *
 * It is not a library's check, since Kubernetes' own library takes an empty `kid` for none, and `b64` as critical where no `b64` is there.
 *
 * @param token compact JWS
 * @see kubernetes-tokens.md, section 4, point 2
 */
export async function checkSignature(token: string, keys: readonly SigningKey[]): Promise<SignatureCheck> {
  const header = decodeProtectedHeader(token);
  const { kid = "" } = header;
  const candidates = kid === "" ? keys : keys.filter((key) => key.kid === kid);
  if (candidates.length === 0) return "no-keys";
  for (const key of candidates) {
    if (await isSignedBy(token, header, key)) return "verified";
  }
  return "bad-signature";
}

async function isSignedBy(token: string, { alg, crit = [], b64 = true }: ProtectedHeaderParameters, { publicKey, algorithm }: SigningKey): Promise<boolean> {
  const isUnderstood = Array.isArray(crit) && crit.every((name) => name === "b64") && b64 === true;
  if (alg !== algorithm || !isUnderstood) return false;
  const end = token.lastIndexOf(".");
  const signature = Uint8Array.from(
    atob(
      token
        .slice(end + 1)
        .replaceAll("-", "+")
        .replaceAll("_", "/"),
    ),
    (character) => character.charCodeAt(0),
  );
  return crypto.subtle.verify(ALGORITHMS[algorithm], publicKey, signature, new TextEncoder().encode(token.slice(0, end)));
}
