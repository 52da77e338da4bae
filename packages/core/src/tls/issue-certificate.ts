/**
 * Makes the certificates that the simulated hosts show, with node-forge.
 * Leaves out: making keys, which WebCrypto does faster; revocation; certificate transparency.
 */
import forge from "node-forge";

/** A key that signs certificates, and its own certificate. */
export interface CertificateAuthority {
  /** PEM. */
  readonly certificate: string;
  /** PKCS #8 PEM; secret. */
  readonly privateKey: string;
}

/** When a certificate counts. */
export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** What is written into a certificate. */
export interface CertificateRequest {
  readonly commonName: string;
  /** Host names, wildcards included, or IPv4 addresses, for a server; empty for an authority. */
  readonly hosts: readonly string[];
  /** PKCS #8 PEM of the key that is certified. */
  readonly privateKey: string;
  readonly validity: Validity;
  /** Positive, in hex. */
  readonly serialNumber: string;
}

/**
 * Issues a certificate: a server's when `request.hosts` names any, else an authority's.
 *
 * @param authority who signs; absent for a root, which signs itself
 * @returns PEM
 * @see RFC 5280, section 4
 */
export function issueCertificate(request: CertificateRequest, authority?: CertificateAuthority): string {
  const key = forge.pki.privateKeyFromPem(request.privateKey) as forge.pki.rsa.PrivateKey;
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = request.serialNumber;
  certificate.validity = { ...request.validity };
  const subject = [{ shortName: "CN", value: request.commonName }];
  certificate.setSubject(subject);
  certificate.setIssuer(authority === undefined ? subject : forge.pki.certificateFromPem(authority.certificate).subject.attributes);
  certificate.setExtensions(request.hosts.length > 0 ? serverExtensions(request.hosts) : AUTHORITY_EXTENSIONS);
  const signingKey = authority === undefined ? key : (forge.pki.privateKeyFromPem(authority.privateKey) as forge.pki.rsa.PrivateKey);
  certificate.sign(signingKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate).replaceAll("\r\n", "\n");
}

const AUTHORITY_EXTENSIONS = [
  { name: "basicConstraints", critical: true, cA: true },
  { name: "keyUsage", critical: true, keyCertSign: true, cRLSign: true },
];

/** Types of a subjectAltName entry. */
const DNS_NAME = 2;
const IP_ADDRESS = 7;

function serverExtensions(hosts: readonly string[]): object[] {
  return [
    { name: "basicConstraints", critical: true, cA: false },
    { name: "keyUsage", critical: true, digitalSignature: true, keyEncipherment: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: hosts.map(altName) },
  ];
}

function altName(host: string): object {
  return /^\d+(\.\d+){3}$/.test(host) ? { type: IP_ADDRESS, ip: host } : { type: DNS_NAME, value: host };
}
