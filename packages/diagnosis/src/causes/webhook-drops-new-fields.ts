import type { ChangeEvent, JsonObject, TraceEvent } from "@irsa-sim/core";
import { type Cause, lastNote } from "../cause.js";

/** failures.md, rank 53. */
export const webhookDropsNewFields: Cause = {
  id: "webhook-drops-new-fields",
  rank: "without-effect",
  met: "sometimes",
  title: "The webhook is older than a field of the pod, and writes the containers without it",
  see: 'Pod "..." is invalid: spec.initContainers[0].readinessProbe: Forbidden: may not be set for init containers without restartPolicy=Always; or a startupProbe that vanishes as soon as serviceAccountName is set',
  why: "The patch rewrites the whole /spec/containers and /spec/initContainers lists from its own typed copy, so fields its library does not know are lost. Came back with each new pod feature (startupProbe in 1.18, native sidecars in 1.29).",
  prove: [
    "kubectl get pod -n NAMESPACE POD -o yaml, and compare it with the manifest",
    "create the same pod with the label eks.amazonaws.com/skip-pod-identity-webhook, which the webhook passes over",
    "search the API server's audit log for patch.webhook.admission.k8s.io",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/208",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/84",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/pull/209",
    "https://github.com/kubernetes/kops/issues/16802",
    "https://github.com/kubernetes/kubernetes/issues/95604",
  ],
  explain({ check, events }) {
    const dropped = lastNote(events, "webhook.fields-dropped");
    if (check.check !== "admission.validation" || dropped === null || dropped.seq > check.seq || isPodStored(events, dropped.seq)) return null;
    return {
      because: `the manifest has ${namesOf(dropped.attributes)}, and the API server never saw it: the webhook does not know it, and wrote the lists of containers anew without it`,
      fix: FIX,
    };
  },
  warn(events) {
    const dropped = lastNote(events, "webhook.fields-dropped");
    if (dropped === null || !isPodStored(events, dropped.seq)) return [];
    return [
      {
        because: `the stored pod lacks ${namesOf(dropped.attributes)}: the webhook does not know it, and wrote the lists of containers anew without it`,
        fix: FIX,
        from: null,
      },
    ];
  },
};

const FIX = "bring the webhook to a version that was built with the cluster's Kubernetes (on EKS the platform version decides), then create the pod again";

function namesOf({ fields }: JsonObject): string {
  return (fields as readonly string[]).join(", ");
}

/** Whether the pod went in all the same. */
function isPodStored(events: readonly TraceEvent[], since: number): boolean {
  return events.some((event): event is ChangeEvent => event.kind === "change" && event.seq > since && (event.after as JsonObject | null)?.kind === "Pod");
}
