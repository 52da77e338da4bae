/** What the issuer signs with. */
export type SigningAlgorithm = "RS256" | "ES256" | "ES384" | "ES512";

/** Object identifiers, DER in hex. */
const RSA = "2a864886f70d010101";
const CURVES: readonly (readonly [string, SigningAlgorithm])[] = [
  ["2a8648ce3d030107", "ES256"],
  ["2b81040022", "ES384"],
  ["2b81040023", "ES512"],
];
/** Where a PKCS #8 key names its algorithm and curve: within its first bytes, before the key. */
const HEADER_BYTES = 32;

/**
 * The algorithm that Kubernetes signs with, by the kind of the key.
 *
 * @param pem PKCS #8
 * @throws {Error} for other curves, in Kubernetes' words
 * @see kubernetes-tokens.md, section 2.1
 */
export function detectAlgorithm(pem: string): SigningAlgorithm {
  const der = atob(pem.replaceAll(/-----[^-]+-----|\s/g, ""));
  const header = Array.from(der.slice(0, HEADER_BYTES), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  if (header.includes(RSA)) return "RS256";
  const curve = CURVES.find(([identifier]) => header.includes(identifier));
  if (curve === undefined) throw new Error("unknown private key curve, must be 256, 384, or 521");
  return curve[1];
}
