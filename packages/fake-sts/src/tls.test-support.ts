/** Real certificates for tests: a root, an intermediate CA and a leaf, as a web server shows them. */
import { type CertificateAuthority, generateRsaKey, issueCertificate, type ServerCertificate, type Validity } from "@irsa-sim/core";

/** A certificate authority with one intermediate. */
export interface TestAuthority {
  /** PEM of the root, which is not sent. */
  readonly root: string;
  /** Makes a leaf for a host, valid between two instants in ISO 8601. */
  issue(host: string, validity?: { readonly notBefore: string; readonly notAfter: string }): ServerCertificate;
}

const LONG = { notBefore: "2025-01-01T00:00:00Z", notAfter: "2030-01-01T00:00:00Z" };

/** Creates an authority; its root, its intermediate and its leaves share one fresh key, which saves time and changes no check. */
export async function createAuthority(name: string): Promise<TestAuthority> {
  const privateKey = await generateRsaKey();
  const certify = (commonName: string, span: typeof LONG, hosts: readonly string[], authority?: CertificateAuthority): string => {
    const validity: Validity = { notBefore: new Date(span.notBefore), notAfter: new Date(span.notAfter) };
    return issueCertificate({ commonName, hosts, privateKey, validity, serialNumber: "01" }, authority);
  };
  const root = certify(`${name} Root`, LONG, []);
  const intermediate = certify(`${name} Intermediate`, LONG, [], { certificate: root, privateKey });
  return {
    root,
    issue: (host, validity = LONG) => ({ chain: [certify(host, validity, [host], { certificate: intermediate, privateKey }), intermediate], privateKey }),
  };
}
