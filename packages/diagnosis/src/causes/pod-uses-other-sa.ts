import type { ExchangeEvent, TraceEvent } from "@irsa-sim/core";
import { type Cause, lastNote } from "../cause.js";
import { podEdit } from "../container-edits.js";
import type { StoredPod } from "../node-role.js";
import { objectIn } from "../sent-object.js";

/** failures.md, rank 11. */
export const podUsesOtherSa: Cause = {
  id: "pod-uses-other-sa",
  rank: "without-effect",
  met: "everywhere",
  title: "Another service account of the namespace is annotated, not the pod's",
  see: "Node-role AccessDenied, or Unable to locate credentials; parent works, workers fail",
  why: "serviceAccountName missing, so default is used; operators spawn workers with their own SA (Spark executors, Airflow workers, CI job pods).",
  prove: ["kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.serviceAccountName}", "kubectl get serviceaccounts -n NAMESPACE -o yaml"],
  sources: [
    "https://github.com/apache/airflow/issues/25322",
    "https://github.com/kubeflow/spark-operator/issues/1002",
    "https://github.com/kubeflow/spark-operator/issues/1041",
    "https://github.com/actions/actions-runner-controller/issues/2992",
    "https://github.com/ministryofjustice/cloud-platform-terraform-monitoring/pull/95",
    "https://github.com/helm/charts/issues/22670",
    "https://github.com/ministryofjustice/cloud-platform-infrastructure/pull/1262",
  ],
  explainNoIdentity(view) {
    const decision = lastNote(view.events, "webhook.decision")?.attributes;
    if (decision?.reason !== "no-role-annotation") return null;
    const [namespace = "", name = ""] = String(decision.serviceAccount).split("/");
    const annotated = view.events
      .filter((event): event is ExchangeEvent => event.kind === "exchange" && event.name === "CreateServiceAccount")
      .flatMap(({ request }) => (objectIn(request) as Sent | null) ?? [])
      .find(
        ({ metadata }) =>
          metadata.name !== name &&
          !isUsed(view.all, `${namespace}/${metadata.name}`) &&
          (metadata.namespace ?? "default") === namespace &&
          Object.hasOwn(metadata.annotations ?? {}, String(decision.annotation)),
      );
    if (annotated === undefined) return null;
    return {
      because: `the pod runs as ${name}; the one with the annotation is ${annotated.metadata.name}`,
      fix: `put serviceAccountName: ${annotated.metadata.name} in the pod's template, or annotate ${name}, and create the pod again`,
      edits: podEdit(view, "/spec/serviceAccountName", annotated.metadata.name),
    };
  },
};

interface Sent {
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: object };
}

/** Whether some pod runs as a service account, so that its annotation does what it is for. */
function isUsed(events: readonly TraceEvent[], account: string): boolean {
  return events.some((event) => {
    const { kind, metadata, spec } = ((event.kind === "change" ? event.after : null) ?? {}) as Partial<StoredPod> & { readonly kind?: string };
    return kind === "Pod" && `${metadata?.namespace}/${spec?.serviceAccountName}` === account;
  });
}
