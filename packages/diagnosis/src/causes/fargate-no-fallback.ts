import { type ExchangeEvent, findEvent, isInside, type NoteEvent, type TraceEvent } from "@irsa-sim/core";
import type { Cause, OwnError } from "../cause.js";
import { droppedIn } from "../unanswered.js";

/** failures.md, rank 56. */
export const fargateNoFallback: Cause = {
  id: "fargate-no-fallback",
  rank: "symptom",
  met: "rarely",
  narrows: ["annotation-absent-or-misplaced"],
  title: "On Fargate there is no node role behind a web identity that does not work",
  see: "Unable to load credentials / metadata timeouts",
  why: "No IMDS on Fargate: setups that only worked by fallback fail there.",
  prove: [
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.nodeName}",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_",
    "kubectl get serviceaccount -n NAMESPACE NAME -o yaml",
  ],
  sources: ["https://github.com/external-secrets/kubernetes-external-secrets/pull/414", "https://github.com/aws/karpenter-provider-aws/issues/6295"],
  explainOwnError(error) {
    const { events, told } = error;
    if (told.code !== "NoCredentials" || !hasMissedMetadata(error)) return null;
    return {
      because: `the SDK had no web identity (${webIdentityReason(events)}), and the node has no instance metadata to fall back to`,
      fix: "give the pod's service account its own role (eks.amazonaws.com/role-arn) and create the pod again; on EC2 nodes the same pod only works as the node",
    };
  },
};

function hasMissedMetadata({ events, action }: OwnError): boolean {
  const start = findEvent(events, action) as TraceEvent;
  const metadata = events.findLast((event): event is ExchangeEvent => event.kind === "exchange" && event.to === "node" && isInside(events, event, start));
  return metadata !== undefined && droppedIn(events, metadata).reason === "no-instance-metadata";
}

function webIdentityReason(events: readonly TraceEvent[]): string {
  const answer = events.findLast(
    (event): event is NoteEvent => event.kind === "note" && event.name === "sdk.provider" && event.attributes.kind === "web-identity",
  );
  return String(answer?.attributes.reason ?? "no provider of that kind");
}
