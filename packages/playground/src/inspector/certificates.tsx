import type { PeerSummary } from "@irsa-sim/core";

/** What the server showed in the TLS handshake: its certificate, and who signed it. */
export function Certificates({ host, tls }: { readonly host: string; readonly tls: PeerSummary }) {
  return (
    <section className="tls">
      <h2 className="panel-title">
        Certificate chain of <span className="mono">{host}</span>
      </h2>
      <ol className="certificates">
        <li>
          <span className="quiet">issued by</span>
          <strong>{tls.issuer}</strong>
        </li>
        <li>
          <span className="quiet">the server</span>
          <strong>{tls.subject}</strong>
        </li>
      </ol>
      <dl className="facts">
        <dt>thumbprint (SHA-1, as IAM keeps it)</dt>
        <dd className="mono">{tls.thumbprint}</dd>
      </dl>
    </section>
  );
}
