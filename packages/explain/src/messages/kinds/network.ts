import type { MessageKind } from "../message-kind.js";

/** STS, or a call of the web identity provider, which is none but to STS. */
const STS = /\{sts\}|error calling assumerole|error sts|webidentityerr|stswebidentity|assumerolewithwebidentity/;

/** The name was not resolved. */
const NAME =
  /no such host|dial tcp i o timeout|dial tcp lookup|lookup \{sts\}|eai_again|enotfound|name or service not known|temporary failure in name resolution|could not resolve|unknownhost|dns error|failed to resolve|nodename nor servname/;

/** The call of STS did not arrive. */
export const NETWORK: readonly MessageKind[] = [
  {
    id: "sts-is-another",
    says: "somebody answered in the place of STS who does not know this call: an endpoint in the settings, meant for another service, or a proxy",
    forms: [
      STS,
      /serializationerror|unmarshalerror|failed to (unmarshal|decode|deserialize)|could not find operation assumerole|unknownoperation|invalidaction/,
    ],
    causes: ["endpoint-variable-left-behind", "egress-proxy", "sts-endpoint-red-herring"],
  },
  {
    id: "sts-proxy",
    says: "the proxy that is set did not let the call of STS through, or is not known by its name",
    forms: [/proxyconnect|proxy (tunnel|error|connect)|unable to tunnel|tunneling socket|proxyerror|http proxy/],
    causes: ["egress-proxy"],
  },
  {
    id: "sts-name",
    says: "the name of STS was not resolved (no address stands in the message): it is the DNS, not the way there",
    forms: [STS, NAME],
    without: [/dial tcp \{ip\}/],
    causes: ["dns-bootstrap-deadlock", "sts-unreachable-private", "egress-proxy"],
  },
  {
    id: "sts-certificate",
    says: "whoever answered for STS showed a certificate that the app does not trust",
    forms: [
      STS,
      /x509|certificate_verify_failed|certificate verify failed|unable to get local issuer|self.signed certificate|unknownissuer|pkix path|unable to verify the first certificate|certificate signed by unknown/,
    ],
    causes: ["ca-bundle-missing", "tls-inspected"],
  },
  {
    id: "sts-refused",
    says: "the address of STS refused the connection: a sidecar or proxy that is not ready yet, or a wrong endpoint",
    forms: [STS, /connection refused|econnrefused/],
    causes: ["network-not-ready-at-start", "egress-proxy", "service-unreachable"],
  },
  {
    id: "sts-timeout",
    says: "no answer came from STS: its address is known, and there is no way to it",
    forms: [
      STS,
      /i o timeout|etimedout|timed ?out|timeout|deadline exceeded|no route to host|network is unreachable|could not connect|connection (was )?(closed|reset)|econnreset|failed to connect/,
    ],
    without: [NAME],
    causes: ["sts-unreachable-private", "egress-proxy", "service-unreachable", "network-not-ready-at-start"],
  },
  {
    id: "gave-up-waiting",
    says: "the program stopped waiting before the SDK had credentials: STS, or instance metadata behind it, did not answer in time",
    forms: [/get credentials.{0,60}(context canceled|request canceled|deadline exceeded)/],
    causes: ["sts-unreachable-private", "dns-bootstrap-deadlock", "imds-coupling", "annotation-absent-or-misplaced"],
  },
  {
    id: "endpoint-without-scheme",
    says: "the client makes the address of STS by itself and forgot its https://: a release from before that was mended",
    forms: [/assumerolewithwebidentity.{0,80}unsupported protocol scheme/],
    causes: ["sdk-without-web-identity"],
  },
  {
    id: "certificate",
    isFar: true,
    says: "the app does not trust the certificate that it was shown",
    forms: [
      /self.signed certificate in certificate chain|unable to verify the first certificate|unable to get local issuer certificate|certificate_verify_failed/,
    ],
    without: [/webhook/],
    causes: ["tls-inspected", "ca-bundle-missing"],
  },
];
