/**
 * X.509 certificates (RFC 5280) as far as a TLS client looks at them, read with node-forge. Parsed ones are kept, by their PEM text.
 * Leaves out: revocation, name constraints, policies, keys other than RSA.
 */
import forge from "node-forge";
import type { Validity } from "./issue-certificate.js";

const parsed = new Map<string, forge.pki.Certificate>();

/** Reads a PEM certificate. */
export function parseCertificate(pem: string): forge.pki.Certificate {
  const known = parsed.get(pem);
  if (known !== undefined) return known;
  const certificate = forge.pki.certificateFromPem(pem);
  parsed.set(pem, certificate);
  return certificate;
}

/** A subject or issuer in the form `CN=kubernetes`. */
export function distinguishedName(name: forge.pki.Certificate["subject"]): string {
  return name.attributes.map((attribute) => `${attribute.shortName}=${String(attribute.value)}`).join(", ");
}

/** The names that a certificate is for (RFC 5280, section 4.2.1.6); an authority has none. */
export function alternativeNames(certificate: forge.pki.Certificate): readonly string[] {
  const extension = certificate.getExtension("subjectAltName") as { readonly altNames?: readonly { readonly value?: string; readonly ip?: string }[] } | null;
  return (extension?.altNames ?? []).map((name) => name.ip ?? name.value ?? "");
}

/** Whether a certificate's name is one for this host: the same, or the same behind a star (RFC 9525, section 6.3). */
export function isNameFor(name: string, host: string): boolean {
  return [host, host.replace(/^[^.]+/, "*")].some((accepted) => accepted.toLowerCase() === name.toLowerCase());
}

/** When a certificate counts. */
export function validityOf(pem: string): Validity {
  const { notBefore, notAfter } = parseCertificate(pem).validity;
  return { notBefore, notAfter };
}

/** The algorithm and the length of a certificate's key, such as `RSA 2048`. */
export function keyOf(certificate: forge.pki.Certificate): string {
  return `RSA ${(certificate.publicKey as forge.pki.rsa.PublicKey).n.bitLength()}`;
}

const encoded = new WeakMap<forge.pki.Certificate, string>();

/** The certificate's DER, one character a byte; encoded once, since a fleet shakes hands often. */
export function derOf(certificate: forge.pki.Certificate): string {
  const known = encoded.get(certificate);
  if (known !== undefined) return known;
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes();
  encoded.set(certificate, der);
  return der;
}

const thumbprints = new Map<string, string>();

/**
 * The thumbprint of a chain as IAM wants it: SHA-1 over the DER of the last certificate the server sends, 40 lower-case hex characters.
 *
 * @param chain PEM, the leaf first
 * @see sts-and-iam.md, section 4.2
 */
export function certificateThumbprint(chain: readonly string[]): string {
  const last = chain.at(-1);
  if (last === undefined) throw new RangeError("a certificate chain has at least one certificate");
  const known = thumbprints.get(last);
  if (known !== undefined) return known;
  const thumbprint = forge.md.sha1
    .create()
    .update(derOf(parseCertificate(last)))
    .digest()
    .toHex();
  thumbprints.set(last, thumbprint);
  return thumbprint;
}
