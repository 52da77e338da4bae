import type { DetailedPeerCertificate, TLSSocket } from "node:tls";

/** The certificates that the server really sent, PEM, the leaf first. */
export function presentedChain(socket: TLSSocket): readonly string[] {
  const chain: string[] = [];
  const seen = new Set<string>();
  for (
    let certificate: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
    certificate?.raw !== undefined && !seen.has(certificate.fingerprint256);
    certificate = certificate.issuerCertificate
  ) {
    seen.add(certificate.fingerprint256);
    chain.push(toPem(certificate.raw));
  }
  return chain;
}

/** As node-forge writes it, so that a certificate is the same text in both forms of the network. */
function toPem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der
    .toString("base64")
    .replaceAll(/(.{64})/g, "$1\n")
    .trimEnd()}\n-----END CERTIFICATE-----\n`;
}
