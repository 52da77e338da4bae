import { exportJWK, importJWK, importPKCS8 } from "jose";
import { detectAlgorithm, type SigningAlgorithm } from "./detect-algorithm.js";

/** One of the issuer's keys. */
export interface SigningKey {
  readonly algorithm: SigningAlgorithm;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly kid: string;
  /** The public half alone: `n` and `e`, or `crv`, `x` and `y`; base64url. */
  readonly members: Readonly<Record<string, string>>;
}

/** Names a key by its SubjectPublicKeyInfo (DER). */
type KeyId = (subjectPublicKeyInfo: Uint8Array<ArrayBuffer>) => Promise<string>;

const imported = new Map<KeyId, Map<string, Promise<SigningKey>>>();

/**
 * Reads an RSA or EC key, PKCS #8 PEM; once in a process, since many runs have the same key.
 *
 * @throws {Error} `unknown private key curve, must be 256, 384, or 521`
 */
export function importSigningKey(pem: string, keyId: KeyId): Promise<SigningKey> {
  let byPem = imported.get(keyId);
  if (byPem === undefined) {
    byPem = new Map();
    imported.set(keyId, byPem);
  }
  const known = byPem.get(pem) ?? readSigningKey(pem, keyId);
  byPem.set(pem, known);
  return known;
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
