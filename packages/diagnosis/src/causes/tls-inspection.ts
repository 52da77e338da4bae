import type { ExchangeEvent, TraceEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";

/** Not in failures.md: the neighbour of rank 35, with somebody in the middle. */
export const tlsInspection: Cause = {
  id: "tls-inspection",
  rank: "mistaken",
  narrows: ["ca-bundle-missing", "service-unreachable"],
  title: "Somebody on the way signs AWS's certificates anew, and the container does not trust him",
  see: "x509: certificate signed by unknown authority; SSL: CERTIFICATE_VERIFY_FAILED, self signed certificate in certificate chain; unable to get local issuer certificate",
  why: "A firewall that inspects TLS shows a certificate of its own for each host, signed by a company's root. Images of a public registry do not have that root, and each SDK looks for further ones in a place of its own.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- openssl s_client -connect sts.REGION.amazonaws.com:443 -showcerts",
    "openssl s_client -connect sts.REGION.amazonaws.com:443 -showcerts, from outside the company",
    "kubectl exec -n NAMESPACE POD -- env | grep -E 'AWS_CA_BUNDLE|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS'",
  ],
  sources: [
    "https://github.com/aws/eks-pod-identity-agent/issues/47",
    "https://github.com/jtblin/kube2iam/issues/264",
    "https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html",
  ],
  explainOwnError({ all, exchange }) {
    const issuer = exchange?.tls?.issuer;
    if (exchange?.failure?.code !== "ERR_TLS_UNTRUSTED" || issuer === undefined || publicIssuers(all).has(issuer)) return null;
    return {
      because: `${new URL(exchange.request.url).hostname} showed a certificate issued by ${issuer}, which is not AWS's: somebody on the way opens TLS, and the container does not trust him`,
      fix: "put the company's root beside the public ones where this SDK looks (AWS_CA_BUNDLE, SSL_CERT_FILE, NODE_EXTRA_CA_CERTS, Java's trust store), or have the firewall pass AWS's hosts through",
      edits: [{ source: "call", pointer: "/app/trustedRoots", value: ["public", "company"] }],
    };
  },
};

/** Who signed what somebody outside the pods' network was shown. */
function publicIssuers(events: readonly TraceEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (isOutside(event) && event.tls !== null ? [event.tls.issuer] : [])));
}

function isOutside(event: TraceEvent): event is ExchangeEvent {
  return event.kind === "exchange" && event.actor === "developer";
}
