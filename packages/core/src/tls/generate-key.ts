/**
 * Makes an RSA-2048 key through WebCrypto; unlike everything else in the simulator it does not follow from the seed.
 *
 * @returns PKCS #8 PEM
 */
export function generateRsaKey(): Promise<string> {
  return generate({ name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-256" });
}

/**
 * Makes a key on a curve through WebCrypto, as above.
 *
 * @returns PKCS #8 PEM
 */
export function generateEcKey(namedCurve: "P-256" | "P-384"): Promise<string> {
  return generate({ name: "ECDSA", namedCurve });
}

async function generate(algorithm: RsaHashedKeyGenParams | EcKeyGenParams): Promise<string> {
  const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const der = new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey));
  const base64 = btoa(String.fromCharCode(...der));
  return `-----BEGIN PRIVATE KEY-----\n${base64.replaceAll(/(.{64})/g, "$1\n").trimEnd()}\n-----END PRIVATE KEY-----\n`;
}
