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
 * Issues a certificate at once: a server's when `request.hosts` names any, else an authority's.
 *
 * @param authority who signs; absent for a root, which signs itself
 * @returns PEM
 * @see RFC 5280, section 4
 */
export function issueCertificate(request: CertificateRequest, authority?: CertificateAuthority): string {
  const certificate = writeCertificate(request, authority);
  certificate.sign(privateKeyFrom((authority ?? request).privateKey), forge.md.sha256.create());
  return pemOf(certificate);
}

/**
 * Issues the same certificate to the byte with a signature by WebCrypto, which takes a fiftieth of the time: for a start that has many to issue.
 *
 * @param authority who signs; absent for a root, which signs itself
 * @returns PEM
 * @see RFC 5280, section 4; RFC 8017, section 8.2: these signatures have no chance in them
 */
export async function issueCertificateAsync(request: CertificateRequest, authority?: CertificateAuthority): Promise<string> {
  const certificate = writeCertificate(request, authority);
  certificate.sign(UNSIGNED, forge.md.sha256.create());
  const written = toBytes(forge.asn1.toDer(certificate.tbsCertificate).getBytes());
  const der = toBytes(forge.pem.decode((authority ?? request).privateKey)[0]?.body ?? "");
  const key = await crypto.subtle.importKey("pkcs8", der, SIGNING, false, ["sign"]);
  certificate.signature = String.fromCharCode(...new Uint8Array(await crypto.subtle.sign(SIGNING.name, key, written)));
  return pemOf(certificate);
}

/** node-forge prepares what is signed only together with a signature. */
const UNSIGNED = { sign: () => "" } as unknown as forge.pki.rsa.PrivateKey;
const SIGNING = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/** All of it but the signature. */
function writeCertificate(request: CertificateRequest, authority: CertificateAuthority | undefined): forge.pki.Certificate {
  const key = privateKeyFrom(request.privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = request.serialNumber;
  certificate.validity = { ...request.validity };
  const subject = [{ shortName: "CN", value: request.commonName }];
  certificate.setSubject(subject);
  certificate.setIssuer(authority === undefined ? subject : forge.pki.certificateFromPem(authority.certificate).subject.attributes);
  certificate.setExtensions(request.hosts.length > 0 ? serverExtensions(request.hosts) : AUTHORITY_EXTENSIONS);
  return certificate;
}

function privateKeyFrom(pem: string): forge.pki.rsa.PrivateKey {
  return forge.pki.privateKeyFromPem(pem) as forge.pki.rsa.PrivateKey;
}

function pemOf(certificate: forge.pki.Certificate): string {
  return forge.pki.certificateToPem(certificate).replaceAll("\r\n", "\n");
}

/** node-forge writes a byte as a letter. */
function toBytes(letters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(letters, (letter) => letter.codePointAt(0) as number);
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
