/** Real certificates for tests: a root, an intermediate CA and a leaf, as a web server shows them. */
import { issueCertificate, type ServerCertificate } from "@irsa-sim/core";
import type { AuthorityKeys } from "./fixed-keys.test-support.js";

/** A certificate authority with one intermediate. */
export interface TestAuthority {
  /** PEM of the root, which is not sent. */
  readonly root: string;
  /** Makes a leaf for a host, valid between two instants in ISO 8601. */
  issue(host: string, validity?: { readonly notBefore: string; readonly notAfter: string }): ServerCertificate;
}

const LONG = { notBefore: "2025-01-01T00:00:00Z", notAfter: "2030-01-01T00:00:00Z" };

/** Creates an authority; its root, its intermediate and its leaves share one key, which saves time and changes no check. */
export function createAuthority({ privateKey, root, intermediate }: AuthorityKeys): TestAuthority {
  return {
    root,
    issue: (host, span = LONG) => {
      const validity = { notBefore: new Date(span.notBefore), notAfter: new Date(span.notAfter) };
      const request = { commonName: host, hosts: [host], privateKey, validity, serialNumber: "01" };
      return { chain: [issueCertificate(request, { certificate: intermediate, privateKey }), intermediate], privateKey };
    },
  };
}
