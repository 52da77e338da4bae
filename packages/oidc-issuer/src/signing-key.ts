import { exportJWK, importJWK, importPKCS8 } from "jose";
import { eksKeyId } from "./key-id.js";

/** One of the issuer's keys. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly kid: string;
  /** Modulus, base64url. */
  readonly n: string;
  /** Public exponent, base64url. */
  readonly e: string;
}

/** Reads an RSA key, PKCS #8 PEM, and names it as EKS does. */
export async function importSigningKey(pem: string): Promise<SigningKey> {
  const privateKey = await importPKCS8(pem, "RS256", { extractable: true });
  const { n, e } = await exportJWK(privateKey);
  if (n === undefined || e === undefined) throw new Error("an issuer's key is an RSA key");
  const publicKey = (await importJWK({ kty: "RSA", n, e, alg: "RS256" }, "RS256", { extractable: true })) as CryptoKey;
  const subjectPublicKeyInfo = new Uint8Array(await crypto.subtle.exportKey("spki", publicKey));
  return { privateKey, kid: await eksKeyId(subjectPublicKeyInfo), n, e };
}
