/**
 * A TLS client's check of a server's certificate chain (RFC 5280 section 6, RFC 9525 for the name), as a pure rule.
 */
import type forge from "node-forge";
import type { NetworkErrorCode } from "../network/network-error.js";
import { toRfc3339 } from "../time/epoch.js";
import { alternativeNames, derOf, distinguishedName, isNameFor, parseCertificate } from "./parse-certificate.js";
import type { TlsPeer } from "./tls-policy.js";
import { verifiesSignature } from "./verifies-signature.js";

/** Why a chain is refused. */
export interface ChainProblem {
  readonly code: Extract<NetworkErrorCode, `ERR_TLS_${string}`>;
  readonly message: string;
}

/**
 * Decides whether a chain is good: it leads to an anchor, each certificate is in its time, and the leaf carries the host's name.
 *
 * @param peer the chain as sent, the host asked for and the time of the check
 * @param anchors PEM of the trusted roots
 * @returns `null` when good, else the first problem: trust, then time, then name
 */
export function verifyCertificateChain(peer: TlsPeer, anchors: readonly string[]): ChainProblem | null {
  const chain = peer.chain.map(parseCertificate);
  return findTrustProblem(chain, anchors.map(parseCertificate)) ?? findTimeProblem(chain, peer) ?? findNameProblem(chain[0], peer.host);
}

function findTrustProblem(chain: readonly forge.pki.Certificate[], anchors: readonly forge.pki.Certificate[]): ChainProblem | null {
  for (const [index, certificate] of chain.entries()) {
    if (anchors.some((anchor) => isSameCertificate(anchor, certificate) || isSignedBy(certificate, anchor))) return null;
    const issuer = chain[index + 1];
    if (issuer === undefined || !isSignedBy(certificate, issuer)) {
      return {
        code: "ERR_TLS_UNTRUSTED",
        message: `unable to get the issuer certificate of ${distinguishedName(certificate.subject)}: no trusted root signed it`,
      };
    }
  }
  return { code: "ERR_TLS_UNTRUSTED", message: "the server sent no certificate" };
}

function isSameCertificate(a: forge.pki.Certificate, b: forge.pki.Certificate): boolean {
  return a === b || derOf(a) === derOf(b);
}

const signatures = new WeakMap<forge.pki.Certificate, WeakMap<forge.pki.Certificate, boolean>>();

/** One RSA verification per pair of certificates and process: a fleet shakes hands often. */
function isSignedBy(certificate: forge.pki.Certificate, issuer: forge.pki.Certificate): boolean {
  if (!certificate.isIssuer(issuer) || !isAuthority(issuer)) return false;
  let known = signatures.get(issuer);
  if (known === undefined) {
    known = new WeakMap();
    signatures.set(issuer, known);
  }
  const cached = known.get(certificate);
  if (cached !== undefined) return cached;
  const valid = verifiesSignature(issuer, certificate);
  known.set(certificate, valid);
  return valid;
}

/** Whether a certificate may sign others: without this, everybody with a certificate could make one for any host. */
function isAuthority(certificate: forge.pki.Certificate): boolean {
  const constraints = certificate.getExtension("basicConstraints") as { readonly cA?: boolean } | null;
  const usage = certificate.getExtension("keyUsage") as { readonly keyCertSign?: boolean } | null;
  return constraints?.cA === true && (usage === null || usage.keyCertSign === true);
}

function findTimeProblem(chain: readonly forge.pki.Certificate[], peer: TlsPeer): ChainProblem | null {
  for (const { subject, validity } of chain) {
    const inTime = validity.notBefore.getTime() <= peer.at && peer.at <= validity.notAfter.getTime();
    if (inTime) continue;
    const span = `${validity.notBefore.toISOString()} to ${validity.notAfter.toISOString()}`;
    return { code: "ERR_TLS_EXPIRED", message: `certificate of ${distinguishedName(subject)} is valid from ${span}; it is ${toRfc3339(peer.at)}` };
  }
  return null;
}

function findNameProblem(leaf: forge.pki.Certificate | undefined, host: string): ChainProblem | null {
  const names = leaf === undefined ? [] : alternativeNames(leaf);
  if (names.some((name) => isNameFor(name, host))) return null;
  return { code: "ERR_TLS_HOST_MISMATCH", message: `certificate is for ${names.join(", ")}, not for ${host}` };
}
