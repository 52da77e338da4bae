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

/**
 * Reads an RSA or EC key, PKCS #8 PEM.
 *
 * @param keyId names the key by its SubjectPublicKeyInfo (DER)
 * @throws {Error} `unknown private key curve, must be 256, 384, or 521`
 */
export async function importSigningKey(pem: string, keyId: (subjectPublicKeyInfo: Uint8Array<ArrayBuffer>) => Promise<string>): Promise<SigningKey> {
  const algorithm = detectAlgorithm(pem);
  const privateKey = await importPKCS8(pem, algorithm, { extractable: true });
  const { kty = "", n, e, crv, x, y } = await exportJWK(privateKey);
  const members = Object.fromEntries(Object.entries({ n, e, crv, x, y }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const publicKey = (await importJWK({ kty, ...members }, algorithm, { extractable: true })) as CryptoKey;
  const subjectPublicKeyInfo = new Uint8Array(await crypto.subtle.exportKey("spki", publicKey));
  return { algorithm, privateKey, publicKey, kid: await keyId(subjectPublicKeyInfo), members };
}
