import { base64url, exportJWK } from "jose";
import type { SigningKey } from "./signing-key.js";

type CurveKey = Pick<SigningKey, "privateKey"> & { readonly algorithm: Exclude<SigningKey["algorithm"], "RS256">; readonly kid: string | null };

/**
 * Signs with a key on a curve so that the same input gives the same signature.
 * Differs from Kubernetes, whose signatures have chance in them; who verifies cannot tell.
 * @see RFC 6979
 */
export async function signOnCurve(payload: string, { algorithm, kid, privateKey }: CurveKey): Promise<string> {
  // Few clusters sign so: the others need not load it.
  const curves = await import("@noble/curves/nist.js");
  const curve = { ES256: curves.p256, ES384: curves.p384, ES512: curves.p521 }[algorithm];
  const { d = "" } = await exportJWK(privateKey);
  const header = kid === null ? { alg: algorithm } : { alg: algorithm, kid };
  const input = `${base64url.encode(JSON.stringify(header))}.${base64url.encode(payload)}`;
  const signature = curve.sign(new TextEncoder().encode(input), base64url.decode(d), { lowS: false });
  return `${input}.${base64url.encode(signature)}`;
}
