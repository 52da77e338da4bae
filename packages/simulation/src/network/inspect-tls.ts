/** TLS that a firewall opens: the app sees a certificate that the company's root signed, and the request goes on to its host. */
import { type Clock, issueCertificate, type OpenExchange, type SendOptions, type ServerCertificate, summarizePeer } from "@irsa-sim/core";
import type { KeyMaterial } from "../keys/key-material.js";
import type { TlsInspection } from "../settings/cluster/network/tls-inspection-schema.js";

/** Whether a firewall opens the TLS of a host. */
export function isInspected({ hosts }: TlsInspection, hostname: string): boolean {
  return hosts === null || hosts.some((host) => host === hostname || (host.startsWith("*.") && hostname.endsWith(host.slice(1))));
}

/** What a client is told of the server, once a firewall stands between them. */
export type Inspect = (options: SendOptions, host: string, exchange: OpenExchange) => SendOptions;

const YEAR_MS = 365 * 86_400_000;

/** Creates the firewall's side of the handshakes; each host's certificate is made once. */
export function createInspection({ companyAuthority, certificates }: KeyMaterial, clock: Clock): Inspect {
  const made = new Map<string, ServerCertificate["chain"]>();
  const chainFor = (host: string): ServerCertificate["chain"] => {
    const validity = { notBefore: new Date(clock.now() - YEAR_MS), notAfter: new Date(clock.now() + YEAR_MS) };
    const request = { commonName: host, hosts: [host], privateKey: certificates.s3.privateKey, validity, serialNumber: "02" };
    const chain = made.get(host) ?? [issueCertificate(request, companyAuthority)];
    made.set(host, chain);
    return chain;
  };
  return (options, host, exchange) => {
    const { tls } = options;
    if (tls === undefined) return options;
    return {
      ...options,
      tls: {
        accept(peer, span) {
          const shown = { ...peer, chain: chainFor(host) };
          exchange.sawPeer(summarizePeer(shown));
          tls.accept(shown, span);
        },
      },
    };
  };
}
