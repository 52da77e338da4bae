/** How a key gets its `kid`. A verifier treats it as opaque. */
import { base64url } from "jose";

/**
 * The `kid` of upstream Kubernetes: unpadded base64url of the SHA-256 of the public key.
 *
 * @param subjectPublicKeyInfo DER
 * @returns 43 characters
 * @see kubernetes-tokens.md, section 2.1
 */
export async function kubernetesKeyId(subjectPublicKeyInfo: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest("SHA-256", subjectPublicKeyInfo)));
}

/**
 * A `kid` of the form seen on EKS, 40 lower-case hex characters.
 *
 * Differs from EKS, whose scheme is not published: here it is the SHA-1 of the public key.
 *
 * @param subjectPublicKeyInfo DER
 */
export async function eksKeyId(subjectPublicKeyInfo: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-1", subjectPublicKeyInfo));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
