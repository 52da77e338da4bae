import type { Cause } from "../cause.js";
import { unansweredSts } from "../unanswered.js";

/** failures.md, rank 47. */
export const networkNotReadyAtStart: Cause = {
  id: "network-not-ready-at-start",
  rank: "missing",
  met: "sometimes",
  narrows: ["service-unreachable"],
  title: "The app calls STS before its sidecar lets traffic through",
  see: "connection refused or timeout for the first seconds, then crash or fallback",
  why: "Sidecar starts after the app; default egress policy excludes STS.",
  prove: [
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.status.containerStatuses[*].state.running.startedAt}",
    "kubectl logs -n NAMESPACE POD -c istio-proxy | grep 'Envoy proxy is ready'",
    "kubectl get networkpolicy -n NAMESPACE",
  ],
  sources: [
    "https://github.com/kserve/kserve/pull/1374",
    "https://github.com/istio/istio/issues/11130",
    "https://github.com/istio/istio/issues/4341",
    "https://github.com/kubernetes-sigs/agent-sandbox/tree/main/examples/irsa-simulation-localstack",
  ],
  explainOwnError(error) {
    const call = unansweredSts(error);
    if (call?.dropped.reason !== "sidecar-not-ready") return null;
    const seconds = Number(call.dropped.sidecarReadyAfterMs) / 1000;
    return {
      because: `the app called ${call.host} before the proxy beside it let traffic through, which takes it ${seconds} s after the container's start`,
      fix: "let the app wait for its sidecar (holdApplicationUntilProxyStarts: true in Istio), or let it try again for some time",
    };
  },
};
