import { errors, importJWK } from "jose";
import type { Algorithm } from "../token/algorithms.js";
import type { PublishedKey } from "./parse-jwks.js";

const imported = new WeakMap<PublishedKey, Map<Algorithm, CryptoKey | null>>();

/**
 * Makes a published key usable; each is imported once for as long as its key set is kept.
 *
 * @returns `null` when it is not a key: a point off its curve, a coordinate of the wrong length
 */
export async function importKey(key: PublishedKey, algorithm: Algorithm): Promise<CryptoKey | null> {
  let byAlgorithm = imported.get(key);
  if (byAlgorithm === undefined) {
    byAlgorithm = new Map();
    imported.set(key, byAlgorithm);
  }
  const known = byAlgorithm.get(algorithm);
  if (known !== undefined) return known;
  const usable = await tryImport(key, algorithm);
  byAlgorithm.set(algorithm, usable);
  return usable;
}

async function tryImport({ jwk }: PublishedKey, algorithm: Algorithm): Promise<CryptoKey | null> {
  try {
    const key = await importJWK(jwk, algorithm);
    return key instanceof Uint8Array ? null : key;
  } catch (error) {
    // What jose and WebCrypto throw for members that make no key.
    if (error instanceof DOMException || error instanceof TypeError || error instanceof errors.JOSEError) return null;
    throw error;
  }
}
