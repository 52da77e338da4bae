import type { PeerSummary } from "../trace/trace-event.js";
import { certificateThumbprint, distinguishedName, parseCertificate } from "./parse-certificate.js";

const summaries = new WeakMap<readonly string[], PeerSummary>();

/** The part of a handshake that the trace keeps; one for all handshakes with the same chain, since a fleet's trace has thousands of them. */
export function summarizePeer(chain: readonly string[]): PeerSummary {
  const known = summaries.get(chain);
  if (known !== undefined) return known;
  const leaf = parseCertificate(chain[0] as string);
  const summary = { subject: distinguishedName(leaf.subject), issuer: distinguishedName(leaf.issuer), thumbprint: certificateThumbprint(chain) };
  summaries.set(chain, summary);
  return summary;
}
