import type { CertificateSummary, CheckEvent } from "@irsa-sim/core";
import type { Arrow } from "../arrow.js";
import type { Story } from "../story.js";
import type { Handshake, HandshakeQuestion } from "./handshake.js";

/** The codes with which a connection ends, by the question that was answered with no. */
const CODES: Readonly<Record<HandshakeQuestion["id"], string>> = { trust: "ERR_TLS_UNTRUSTED", time: "ERR_TLS_EXPIRED", name: "ERR_TLS_HOST_MISMATCH" };

const IDS = ["trust", "time", "name"] as const;

/** Tells a call's TLS handshake: the certificates that were sent, and how the client's questions were answered; `null` without TLS. */
export function handshakeOf(story: Story, arrow: Arrow): Handshake | null {
  const { tls, seq, endSeq, to } = arrow;
  const server = tls?.certificates[0];
  if (tls === null || server === undefined) return null;
  const last = tls.certificates.at(-1) ?? server;
  const check = story.events.find(
    (event): event is CheckEvent => event.kind === "check" && event.check === "sts.tls-certificate" && event.seq > seq && event.seq < (endSeq ?? Infinity),
  );
  const seen: Seen = { arrow, certificates: tls.certificates, check: check ?? null };
  const failedAt = IDS.findIndex((id) => arrow.refusal?.code === CODES[id] && arrow.status === null);
  return {
    host: new URL(arrow.request.url).hostname,
    certificates: tls.certificates,
    root: last.subject === last.issuer ? null : last.issuer,
    compared: to === "oidc-issuer" ? tls.certificates.length - 1 : null,
    questions: IDS.map((id, index) => answer(id, failedAt === -1 ? 0 : index - failedAt, failedAt === -1, seen)),
    check: seen.check,
  };
}

interface Seen {
  readonly arrow: Arrow;
  readonly certificates: readonly CertificateSummary[];
  readonly check: CheckEvent | null;
}

/** @param behind how many questions behind the one that was answered with no; below 0 it was answered with yes */
function answer(id: HandshakeQuestion["id"], behind: number, allPassed: boolean, seen: Seen): HandshakeQuestion {
  if (allPassed || behind < 0) return { id, outcome: "passed", found: goodReason(id, seen) };
  return behind === 0 ? { id, outcome: "failed", found: seen.arrow.refusal?.message ?? "" } : { id, outcome: "not-reached", found: "" };
}

function goodReason(id: HandshakeQuestion["id"], { arrow, certificates, check }: Seen): string {
  switch (id) {
    case "trust":
      // A passed thumbprint stands in the check as the value that was found.
      return check !== null && check.actual.value === certificates.at(-1)?.thumbprint
        ? "the provider keeps this thumbprint"
        : "signed by a root that the client trusts";
    case "time":
      return `all until ${certificates.map(({ notAfter }) => notAfter).sort()[0] ?? ""}`;
    case "name":
      return `${new URL(arrow.request.url).hostname} is among the server's names`;
  }
}
