import type { Cause } from "../cause.js";
import { environmentEdits } from "../container-edits.js";
import { unansweredSts } from "../unanswered.js";

/** failures.md, rank 36. */
export const egressProxy: Cause = {
  id: "egress-proxy",
  rank: "mistaken",
  met: "often",
  narrows: ["service-unreachable"],
  title: "The cluster gets out through a proxy, and the app does not use it",
  see: 'Post "https://sts.<region>.amazonaws.com/": dial tcp <ip>:443: i/o timeout',
  why: "Cluster egress only through a proxy; pod has no proxy env; or the API server's proxy also catches the webhook call.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- env | grep -i proxy",
    "kubectl exec -n NAMESPACE POD -- curl -sv --max-time 5 https://sts.REGION.amazonaws.com/",
    "kubectl exec -n NAMESPACE POD -- curl -sv --max-time 5 -x http://PROXY https://sts.REGION.amazonaws.com/",
  ],
  sources: [
    "https://github.com/kubernetes/autoscaler/issues/5487",
    "https://github.com/external-secrets/kubernetes-external-secrets/issues/597",
    "https://github.com/kkb0318/irsa-manager/issues/11",
  ],
  explainOwnError(error) {
    const call = unansweredSts(error);
    const proxy = call?.dropped.proxy ?? null;
    if (call === null || proxy === null) return null;
    const isUnknown = call.dropped.reason === "proxy-unknown";
    const because = isUnknown
      ? `the app sent its call of ${call.host} to the proxy ${String(call.dropped.host)}, and the cluster's is ${String(proxy)}`
      : `the app called ${call.host} directly, and only the proxy ${String(proxy)} gets out of the cluster`;
    return {
      because,
      fix: `set HTTPS_PROXY=http://${String(proxy)} in the container, and NO_PROXY=169.254.169.254,.svc,.cluster.local beside it`,
      edits: environmentEdits(error, { HTTPS_PROXY: { value: `http://${String(proxy)}` }, NO_PROXY: { value: "169.254.169.254,.svc,.cluster.local" } }),
    };
  },
};
