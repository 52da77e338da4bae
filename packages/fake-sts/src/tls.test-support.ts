/** Real certificates for tests: a root, an intermediate CA and a leaf, as a web server shows them. */
import type { ServerCertificate } from "@irsa-sim/core";
import { exportPKCS8, generateKeyPair } from "jose";
import forge from "node-forge";

/** A certificate authority with one intermediate. */
export interface TestAuthority {
  /** PEM of the root, which is not sent. */
  readonly root: string;
  /** Makes a leaf for a host. */
  issue(host: string, validity?: Validity): ServerCertificate;
}

/** From and until when a certificate is good. */
interface Validity {
  readonly notBefore: string;
  readonly notAfter: string;
}

const LONG: Validity = { notBefore: "2025-01-01T00:00:00Z", notAfter: "2030-01-01T00:00:00Z" };

interface Named {
  readonly name: string;
  readonly keys: { readonly privateKey: forge.pki.rsa.PrivateKey; readonly publicKey: forge.pki.rsa.PublicKey };
}

/** Creates an authority; its root, its intermediate and its leaves share one fresh key, which saves time and changes no check. */
export async function createAuthority(name: string): Promise<TestAuthority> {
  const keys = await generateKeys();
  const root: Named = { name: `${name} Root`, keys };
  const intermediate: Named = { name: `${name} Intermediate`, keys };
  const intermediatePem = certify(intermediate, root, LONG, []);
  return {
    root: certify(root, root, LONG, []),
    issue: (host, validity = LONG) => ({
      chain: [certify({ name: host, keys }, intermediate, validity, [host]), intermediatePem],
      privateKey: forge.pki.privateKeyToPem(keys.privateKey),
    }),
  };
}

/** By WebCrypto: node-forge's own generator takes seconds. */
async function generateKeys(): Promise<Named["keys"]> {
  const { privateKey: generated } = await generateKeyPair("RS256", { extractable: true });
  const privateKey = forge.pki.privateKeyFromPem(await exportPKCS8(generated));
  return { privateKey, publicKey: forge.pki.setRsaPublicKey(privateKey.n, privateKey.e) };
}

function certify(subject: Named, issuer: Named, { notBefore, notAfter }: Validity, hosts: readonly string[]): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = subject.keys.publicKey;
  certificate.serialNumber = "01";
  certificate.validity.notBefore = new Date(notBefore);
  certificate.validity.notAfter = new Date(notAfter);
  certificate.setSubject([{ name: "commonName", value: subject.name }]);
  certificate.setIssuer([{ name: "commonName", value: issuer.name }]);
  const names = { name: "subjectAltName", altNames: hosts.map((value) => ({ type: 2, value })) };
  certificate.setExtensions([{ name: "basicConstraints", cA: hosts.length === 0 }, ...(hosts.length === 0 ? [] : [names])]);
  certificate.sign(issuer.keys.privateKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}
