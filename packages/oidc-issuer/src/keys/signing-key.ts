import { exportJWK, importJWK, importPKCS8 } from "jose";
import { type BoundedMemo, createBoundedMemo } from "./bounded-memo.js";
import { detectAlgorithm, type SigningAlgorithm } from "./detect-algorithm.js";

/** One of the issuer's keys. */
export interface SigningKey {
  readonly algorithm: SigningAlgorithm;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly kid: string;
  /** The public half alone: `n` and `e`, or `crv`, `x` and `y`, in this order; base64url. */
  readonly members: Readonly<Record<string, string>>;
}

/** Names a key by its SubjectPublicKeyInfo (DER). */
type KeyId = (subjectPublicKeyInfo: Uint8Array<ArrayBuffer>) => Promise<string>;

/** More keys than the scenarios that run side by side have. */
const MAX_REMEMBERED = 64;
const imported = new WeakMap<KeyId, BoundedMemo<Promise<SigningKey>>>();

/**
 * Reads an RSA or EC key, PKCS #8 PEM; once in a process while it is asked for, since many runs have the same key.
 *
 * @throws {Error} `unknown private key curve, must be 256, 384, or 521`
 */
export function importSigningKey(pem: string, keyId: KeyId): Promise<SigningKey> {
  const known = imported.get(keyId) ?? createBoundedMemo<Promise<SigningKey>>(MAX_REMEMBERED);
  imported.set(keyId, known);
  return known.take(pem, () => readSigningKey(pem, keyId));
}

async function readSigningKey(pem: string, keyId: KeyId): Promise<SigningKey> {
  const algorithm = detectAlgorithm(pem);
  const privateKey = await importPKCS8(pem, algorithm, { extractable: true });
  const { kty = "", n, e, crv, x, y } = await exportJWK(privateKey);
  const members = Object.fromEntries(Object.entries({ n, e, crv, x, y }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const publicKey = (await importJWK({ kty, ...members }, algorithm, { extractable: true })) as CryptoKey;
  const subjectPublicKeyInfo = new Uint8Array(await crypto.subtle.exportKey("spki", publicKey));
  return { algorithm, privateKey, publicKey, kid: await keyId(subjectPublicKeyInfo), members };
}
