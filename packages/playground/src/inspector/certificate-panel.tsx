import type { View } from "../frame/page-context.js";
import { NothingHere } from "./nothing-here.js";

/** What the server showed in the TLS handshake of the current message. */
export function CertificatePanel({ view: { row } }: { readonly view: View }) {
  const arrow = row?.arrow ?? null;
  const tls = arrow?.tls ?? null;
  if (arrow === null || tls === null) return <NothingHere>No TLS handshake here.</NothingHere>;
  return (
    <div>
      <h2 className="panel-title">
        Certificate chain of <span className="mono">{hostOf(arrow.request.url)}</span>
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
    </div>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
