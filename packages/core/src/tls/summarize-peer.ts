import { epochMillis, toRfc3339 } from "../time/epoch.js";
import type { CertificateSummary, PeerSummary } from "../trace/trace-event.js";
import { alternativeNames, certificateThumbprint, distinguishedName, isNameFor, keyOf, parseCertificate } from "./parse-certificate.js";
import type { TlsPeer } from "./tls-policy.js";

/** No honest server sends more; a trace must not grow with what a dishonest one does. */
const MAX_CERTIFICATES = 10;

/** A cloud's certificate has hundreds of names, and stands in each exchange. */
const MAX_HOSTS = 6;

const summaries = new WeakMap<readonly string[], Map<string, PeerSummary>>();

/** The part of a handshake that the trace keeps; one for all handshakes of a host with the same chain, since a fleet's trace has thousands of them. */
export function summarizePeer({ chain, host }: Pick<TlsPeer, "chain" | "host">): PeerSummary {
  const byHost = summaries.get(chain) ?? new Map<string, PeerSummary>();
  summaries.set(chain, byHost);
  const known = byHost.get(host);
  if (known !== undefined) return known;
  const certificates = chain.slice(0, MAX_CERTIFICATES).map((pem) => summarizeCertificate(pem, host));
  const { subject, issuer } = certificates[0] as CertificateSummary;
  const summary = { subject, issuer, thumbprint: certificateThumbprint(chain), certificates };
  byHost.set(host, summary);
  return summary;
}

function summarizeCertificate(pem: string, host: string): CertificateSummary {
  const certificate = parseCertificate(pem);
  const { notBefore, notAfter } = certificate.validity;
  const names = alternativeNames(certificate);
  const asked = names.filter((name) => isNameFor(name, host));
  return {
    subject: distinguishedName(certificate.subject),
    issuer: distinguishedName(certificate.issuer),
    hosts: [...new Set([...asked, ...names])].slice(0, MAX_HOSTS),
    hostCount: names.length,
    notBefore: toRfc3339(epochMillis(notBefore.getTime())),
    notAfter: toRfc3339(epochMillis(notAfter.getTime())),
    key: keyOf(certificate),
    serialNumber: certificate.serialNumber.toLowerCase(),
    thumbprint: certificateThumbprint([pem]),
  };
}
