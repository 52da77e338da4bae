import type { CertificateSummary } from "@irsa-sim/core";
import type { Handshake, HandshakeQuestion } from "@irsa-sim/story";

const SIGNS = { passed: "✓", failed: "✕", "not-reached": "·" } as const;
const TITLES = { trust: "leads to a trusted root", time: "each is in its time", name: "is for this host" } as const;

/** The certificates that the server sent, its own first, and how the client's questions about them were answered. */
export function Certificates({ handshake }: { readonly handshake: Handshake }) {
  const { host, certificates, root, compared, questions, check } = handshake;
  return (
    <section className="tls">
      <h2 className="panel-title">
        Certificate chain of <span className="mono">{host}</span>
      </h2>
      <ul className="tls-questions">
        {questions.map((question) => (
          <Question key={question.id} question={question} />
        ))}
      </ul>
      <ol className="certificates">
        {certificates.map((certificate, index) => (
          <Certificate key={certificate.thumbprint} certificate={certificate} isServer={index === 0} isCompared={index === compared} />
        ))}
        {root !== null && (
          <li className="certificate certificate-root">
            <p className="certificate-name">{root}</p>
            <p className="quiet">the root: not sent, each client has its own</p>
          </li>
        )}
      </ol>
      {check !== null && (
        <dl className="facts">
          <dt>STS expects</dt>
          <dd className="mono">{check.expected.value}</dd>
          <dt>STS found</dt>
          <dd className="mono">{check.actual.value}</dd>
        </dl>
      )}
    </section>
  );
}

function Question({ question: { id, outcome, found } }: { readonly question: HandshakeQuestion }) {
  return (
    <li className="tls-question" data-outcome={outcome}>
      <span className="tls-sign" aria-hidden="true">
        {SIGNS[outcome]}
      </span>
      <span>
        <span className="unseen">{outcome}: </span>
        {TITLES[id]} <span className="quiet">{outcome === "not-reached" ? "not asked any more" : found}</span>
      </span>
    </li>
  );
}

interface CertificateProps {
  readonly certificate: CertificateSummary;
  readonly isServer: boolean;
  /** Whether IAM's thumbprint is this one's. */
  readonly isCompared: boolean;
}

function Certificate({ certificate, isServer, isCompared }: CertificateProps) {
  const { subject, issuer, hosts, hostCount, notBefore, notAfter, key, serialNumber, thumbprint } = certificate;
  return (
    <li className="certificate" data-compared={isCompared || undefined}>
      <p className="certificate-name">
        {subject} <span className="quiet">{isServer ? "the server" : "an authority"}</span>
      </p>
      <dl className="certificate-facts">
        <dt>issued by</dt>
        <dd>{issuer}</dd>
        {hostCount > 0 && (
          <>
            <dt>for</dt>
            <dd className="mono">
              {hosts.join(", ")}
              {hostCount > hosts.length && <span className="quiet"> and {hostCount - hosts.length} more</span>}
            </dd>
          </>
        )}
        <dt>valid</dt>
        <dd>
          {notBefore.slice(0, 10)} to {notAfter.slice(0, 10)}
        </dd>
        <dt>key</dt>
        <dd>
          {key} <span className="quiet">serial {serialNumber}</span>
        </dd>
        <dt>SHA-1</dt>
        <dd className="mono">
          {thumbprint}
          {isCompared && <strong className="certificate-compared">IAM compares this one</strong>}
        </dd>
      </dl>
    </li>
  );
}
