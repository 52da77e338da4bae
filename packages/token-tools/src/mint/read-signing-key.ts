import { SimulatorError } from "@irsa-sim/core";

/** A key that Kubernetes does not sign with. */
export class SigningKeyError extends SimulatorError {
  override readonly code = "ERR_TOKEN_KEY";
}

const PKCS8 = /-----BEGIN PRIVATE KEY-----[A-Za-z0-9+/=\s]+-----END PRIVATE KEY-----/;
/** What an elliptic curve is called in WebCrypto. */
const CURVES = ["P-256", "P-384", "P-521"];
const HINT = "openssl pkcs8 -topk8 -nocrypt -in KEY writes a key anew in this form";

/**
 * Takes the private key out of a file, when it is one that Kubernetes signs with.
 *
 * @returns PKCS #8 PEM
 * @throws {SigningKeyError} `ERR_TOKEN_KEY`; the message never shows the key
 */
export async function readSigningKey(text: string): Promise<string> {
  const pem = PKCS8.exec(text)?.[0];
  if (pem === undefined) {
    const kind = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1]?.toLowerCase() ?? "no PEM";
    throw new SigningKeyError(`this is no key to sign with\n  expected  a private key, PKCS #8 PEM, RSA or EC\n  found     ${kind}`, { hint: HINT });
  }
  const bytes = Uint8Array.from(atob(pem.replaceAll(/-----[^-]+-----|\s/g, "")), (character) => character.charCodeAt(0));
  const algorithms = [{ name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, ...CURVES.map((namedCurve) => ({ name: "ECDSA", namedCurve }))];
  const imported = await Promise.allSettled(algorithms.map((algorithm) => crypto.subtle.importKey("pkcs8", bytes, algorithm, true, ["sign"])));
  if (imported.some(({ status }) => status === "fulfilled")) return pem;
  throw new SigningKeyError(
    "this is no key that Kubernetes signs with\n  expected  RSA, or EC on P-256, P-384 or P-521\n  found     another key, or a damaged one",
    { hint: HINT },
  );
}
