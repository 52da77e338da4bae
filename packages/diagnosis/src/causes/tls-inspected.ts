import { type ExchangeEvent, isInside, type JsonObject, type NoteEvent, type TraceEvent } from "@irsa-sim/core";
import { type Cause, lastNote } from "../cause.js";
import { visible } from "../visible.js";

/** Not in failures.md: the neighbour of rank 35. */
export const tlsInspected: Cause = {
  id: "tls-inspected",
  rank: "mistaken",
  narrows: ["ca-bundle-missing", "sdk-gave-up"],
  title: "A firewall opens TLS, and the app does not trust the root that it signs with",
  see: "x509: certificate signed by unknown authority; SSL: CERTIFICATE_VERIFY_FAILED; unable to verify the first certificate; PKIX path building failed",
  why: "A company that inspects TLS shows certificates of its own root. Images do not have it, and each SDK takes further roots from another variable.",
  prove: ["kubectl exec -n NAMESPACE POD -- openssl s_client -connect HOST:443 -showcerts </dev/null | openssl x509 -noout -issuer"],
  sources: ["https://github.com/aws/eks-pod-identity-agent/issues/47", "https://github.com/jtblin/kube2iam/issues/264"],
  explainOwnError({ events, exchange }) {
    if (exchange?.failure?.code !== "ERR_TLS_UNTRUSTED") return null;
    const file = lastNote(events, "sdk.ca-file")?.attributes ?? null;
    const host = new URL(exchange.request.url).hostname;
    const inspected = isInspected(events, exchange);
    // A file of the company's root alone makes everything untrusted that the firewall lets pass.
    if (!inspected && file === null) return null;
    const shown = `${host} showed a certificate issued by ${exchange.tls?.issuer ?? "somebody else"}`;
    const trusts =
      file === null ? "the SDK trusts the roots of the image alone" : `the SDK trusts what stands in ${visible(String(file.path))} (${String(file.by)})`;
    return {
      because: `${inspected ? "a firewall between the cluster and AWS opened TLS: " : ""}${shown}, and ${trusts}`,
      fix: `give the app a file with the public roots and the company's, by the variable that its SDK reads (AWS_CA_BUNDLE, SSL_CERT_FILE, NODE_EXTRA_CA_CERTS, a trust store), or let ${host} pass the firewall`,
      edits: [editOf(file)],
    };
  },
};

function isInspected(events: readonly TraceEvent[], exchange: ExchangeEvent): boolean {
  return events.some((event): event is NoteEvent => event.kind === "note" && event.name === "network.tls-inspected" && isInside(events, event, exchange));
}

/** In the file that the SDK reads, else in the image. */
function editOf(file: JsonObject | null) {
  const pointer = file === null ? "/app/trustedRoots" : `/app/caFiles/${String(file.path).replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return { source: "call", pointer, value: ["public", "company"] };
}
