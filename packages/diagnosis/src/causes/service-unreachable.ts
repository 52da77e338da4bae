import type { Cause } from "../cause.js";
import { droppedIn } from "../unanswered.js";

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: "no name server knows the name",
  EAI_AGAIN: "the name server did not answer",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was cut",
  ETIMEDOUT: "nothing came back in time",
};

/** Not in failures.md: the neighbour of ranks 8 and 39, whatever the host and whatever the reason. */
export const serviceUnreachable: Cause = {
  id: "service-unreachable",
  rank: "missing",
  title: "The app does not reach a service",
  see: "getaddrinfo ENOTFOUND; connect ECONNREFUSED; dial tcp: i/o timeout; Could not connect to the endpoint URL",
  why: "A wrong region or endpoint makes a name that does not exist; a network policy, a security group or an outage keeps the rest away. No service of AWS ever saw the call.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- nslookup HOST",
    "kubectl exec -n NAMESPACE POD -- curl -sv https://HOST/",
    "kubectl get networkpolicy -n NAMESPACE",
  ],
  sources: ["https://docs.aws.amazon.com/general/latest/gr/rande.html", "https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  explainOwnError({ events, exchange }) {
    if (exchange === null || exchange.failure === null || exchange.actor !== "sdk" || exchange.to === "node") return null;
    if (exchange.failure.code.startsWith("ERR_TLS")) return null;
    const host = new URL(exchange.request.url).hostname;
    const { code } = exchange.failure;
    const { reason } = droppedIn(events, exchange);
    return {
      because: `the app's call ${exchange.name} of ${host} got no answer: ${WORDS[code] ?? exchange.failure.message} (${code})${typeof reason === "string" ? `, ${reason.replaceAll("-", " ")}` : ""}`,
      fix:
        code === "ENOTFOUND"
          ? `the region and the endpoint in the app's settings: there is no host ${host}`
          : `the way from the pod to ${host}: routes, network policies, security groups`,
      edits: reason === "no-route" ? [{ source: "cluster", pointer: "/network/internet", value: true }] : [],
    };
  },
};
