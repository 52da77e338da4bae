import type { Cause } from "../cause.js";
import { podEdit } from "../container-edits.js";
import { unansweredSts } from "../unanswered.js";

/** failures.md, rank 39. */
export const dnsBootstrapDeadlock: Cause = {
  id: "dns-bootstrap-deadlock",
  rank: "missing",
  met: "often",
  narrows: ["service-unreachable"],
  title: "The app looks STS up in the cluster's DNS, which does not run yet",
  see: 'Post "https://sts.eu-west-1.amazonaws.com/": dial tcp: i/o timeout (no IP in the text)',
  why: "The node provisioner resolves STS through CoreDNS, which has no node to run on yet (or DNS is blocked); the name lookup times out.",
  prove: [
    "kubectl get pods -n kube-system -l k8s-app=kube-dns",
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.dnsPolicy}",
    "kubectl exec -n NAMESPACE POD -- nslookup sts.REGION.amazonaws.com",
  ],
  sources: [
    "https://github.com/aws/karpenter-provider-aws/issues/920",
    "https://github.com/aws/karpenter-provider-aws/issues/1247",
    "https://github.com/aws/karpenter-provider-aws/issues/1313",
    "https://github.com/aws/karpenter-provider-aws/issues/6550",
  ],
  explainOwnError(error) {
    const call = unansweredSts(error);
    if (call?.dropped.reason !== "cluster-dns-silent") return null;
    return {
      because: `the pod asked the cluster's DNS for ${String(call.dropped.host)} and got no answer, so no connection was even tried`,
      fix: "give the pod dnsPolicy: Default, which asks the node's name server, or let CoreDNS run on nodes that are always there",
      edits: podEdit(error, "/spec/dnsPolicy", "Default"),
    };
  },
};
