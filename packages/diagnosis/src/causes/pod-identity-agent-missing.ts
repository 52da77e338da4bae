import type { ExchangeEvent } from "@irsa-sim/core";
import { type Cause, type Explanation, lastNote, since } from "../cause.js";
import type { FailureView } from "../failure-view.js";

/** The addresses of the agent. */
const AGENT = /^https?:\/\/(169\.254\.170\.23|\[fd00:ec2::23\])\//;

/** Not in failures.md: nobody behind the address. */
export const podIdentityAgentMissing: Cause = {
  id: "pod-identity-agent-missing",
  rank: "missing",
  narrows: ["fallback-hides-failure", "pod-older-than-annotation", "annotation-absent-or-misplaced", "service-unreachable"],
  title: "No EKS Pod Identity agent answers on the node",
  see: "connect ETIMEDOUT 169.254.170.23:80; dial tcp 169.254.170.23:80: i/o timeout",
  why: "The agent is an add-on, a DaemonSet on the host's network. Where it is not installed, has no room, or cannot run, as on Fargate and on Windows, pods have the address and nobody behind it.",
  prove: [
    "kubectl get daemonset -n kube-system eks-pod-identity-agent",
    "kubectl get pods -n kube-system -o wide | grep eks-pod-identity-agent",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_CONTAINER",
  ],
  sources: ["https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html", "https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html"],
  explainOwnError: explainSilence,
  explainNoIdentity: explainSilence,
};

function explainSilence({ events, action }: FailureView): Explanation | null {
  const asked = since(events, action).find(
    (event): event is ExchangeEvent =>
      event.kind === "exchange" && event.name === "GetContainerCredentials" && AGENT.test(event.request.url) && event.failure !== null,
  );
  const decision = lastNote(events, "webhook.decision")?.attributes;
  if (asked === undefined || decision?.reason !== "container-credentials") return null;
  return {
    because: `the webhook gave the pod of service account ${String(decision.serviceAccount)} the address of the EKS Pod Identity agent, and nobody answered there (${asked.failure?.message ?? asked.failure?.code})`,
    fix: "install the add-on eks-pod-identity-agent; on Fargate and on Windows, where it cannot run, use IRSA: annotate the service account, delete the association and create the pod again",
  };
}
