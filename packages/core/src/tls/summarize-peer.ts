import type { PeerSummary } from "../trace/trace-event.js";
import { certificateThumbprint, distinguishedName, parseCertificate } from "./parse-certificate.js";

/** The part of a handshake that the trace keeps. */
export function summarizePeer(chain: readonly string[]): PeerSummary {
  const leaf = parseCertificate(chain[0] as string);
  return { subject: distinguishedName(leaf.subject), issuer: distinguishedName(leaf.issuer), thumbprint: certificateThumbprint(chain) };
}
