import { Sha256 } from "@aws-crypto/sha256-js";

/** What sessions are sealed and signed with; from one secret. */
export interface SessionKeys {
  /** AES-GCM, 256 bits: opens and closes session tokens. */
  readonly sealing: CryptoKey;
  /** HMAC with SHA-256: from an access key id to its secret. */
  readonly signing: Uint8Array;
}

/** How long the secret is, in bytes. */
export const SESSION_KEY_BYTES = 32;

/**
 * Derives both keys from one secret by HKDF (RFC 5869), so that neither tells anything of the other.
 *
 * @param secret 32 bytes from a cryptographic source
 * @throws {RangeError} for a secret of another length
 */
export async function deriveSessionKeys(secret: Uint8Array<ArrayBuffer>): Promise<SessionKeys> {
  if (secret.byteLength !== SESSION_KEY_BYTES) throw new RangeError(`a session key has ${SESSION_KEY_BYTES} bytes, found ${secret.byteLength}`);
  const master = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey", "deriveBits"]);
  const derivation = (purpose: string): HkdfParams => ({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: new TextEncoder().encode(purpose) });
  return {
    sealing: await crypto.subtle.deriveKey(derivation("irsa-sim session token"), master, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
    signing: new Uint8Array(await crypto.subtle.deriveBits(derivation("irsa-sim secret access key"), master, 256)),
  };
}

const SECRET_BYTES = 30;

/**
 * The secret access key that belongs to an access key id: 40 characters of base64, the same wherever the same key is.
 *
 * @example secretAccessKeyOf("ASIAQNZGKIQY56JQ7WML", keys)
 */
export function secretAccessKeyOf(accessKeyId: string, { signing }: Pick<SessionKeys, "signing">): string {
  const mac = new Sha256(signing);
  mac.update(accessKeyId);
  return btoa(String.fromCharCode(...mac.digestSync().subarray(0, SECRET_BYTES)));
}
