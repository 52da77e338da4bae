/**
 * X.509 certificates (RFC 5280) as far as a TLS client looks at them, read with node-forge. Parsed ones are kept, by their PEM text.
 * Leaves out: revocation, name constraints, policies, keys other than RSA.
 */
import forge from "node-forge";

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
